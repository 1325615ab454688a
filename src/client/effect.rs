//! Effects of the client. They are not generic, so that all share their code.

use reactive_graph::{effect::RenderEffect, owner::on_cleanup};
use std::any::Any;

/// What must live as long as a part of the page: effects, event handlers, drawn items.
pub(super) type Kept = Vec<Box<dyn Any>>;

/// What runs whenever the state that it read changes. Dropping it ends that.
pub(super) type Effect = RenderEffect<Kept>;

/// Runs `act` now, and again whenever the state that it read changes.
pub(super) fn effect(mut act: impl FnMut() + 'static) -> Effect {
    effect_with(move |_| {
        act();
        Kept::new()
    })
}

/// The same for an `act` that returns what its part of the page needs, and gets that back the next time. It is dropped
/// with the effect, at once. What `act` itself holds is dropped only when the task of the effect ends; until then, the
/// effects in it could still run.
pub(super) fn effect_with(act: impl FnMut(Option<Kept>) -> Kept + 'static) -> Effect {
    boxed(Box::new(act))
}

/// Runs `act` like [`effect`], until the current owner is gone.
pub(super) fn whenever(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    let effect = RenderEffect::new(move |_| act());
    on_cleanup(move || drop(effect));
}

#[inline(never)]
fn boxed(act: Box<dyn FnMut(Option<Kept>) -> Kept>) -> Effect {
    RenderEffect::new(act)
}
