//! What follows the state, each in one piece of code for all uses: Leptos makes code of its own for
//! every closure and every type that it watches.

use leptos::prelude::*;

/// Whether something is so; wakes only when that changes.
pub(crate) fn flag(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    boxed_flag(Box::new(is_so))
}

fn boxed_flag(is_so: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| is_so())
}

/// Does something now, and again whenever what it asked for changes.
#[cfg(feature = "app")]
pub(crate) fn whenever(act: impl FnMut() + 'static) {
    boxed_effect(Box::new(act));
}

#[cfg(feature = "app")]
fn boxed_effect(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}
