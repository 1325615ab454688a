//! Effects of the client. They are not generic, so that all share their code.

use reactive_graph::{effect::RenderEffect, owner::on_cleanup};

/// What runs whenever the state that it read changes. Dropping it ends that.
pub(super) type Effect = RenderEffect<()>;

/// Runs `act` now, and again whenever the state that it read changes.
pub(super) fn effect(act: impl FnMut() + 'static) -> Effect {
    boxed(Box::new(act))
}

/// The same until the current owner is gone.
pub(super) fn whenever(act: impl FnMut() + 'static) {
    let effect = boxed(Box::new(act));
    on_cleanup(move || drop(effect));
}

#[inline(never)]
fn boxed(mut act: Box<dyn FnMut()>) -> Effect {
    RenderEffect::new(move |_| act())
}
