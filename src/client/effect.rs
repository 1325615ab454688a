//! Effects of the client. They are not generic, so that all share their code.

use reactive_graph::{effect::RenderEffect, owner::on_cleanup};
use std::{any::Any, cell::RefCell, rc::Rc};

/// What must live as long as a part of the page: effects, event handlers, drawn items.
pub(super) type Kept = Vec<Box<dyn Any>>;

/// Code that runs whenever the state that it read changes. Dropping it stops that.
pub(super) type Effect = RenderEffect<()>;

/// Runs `act` now, and again whenever the state that it read changes.
pub(super) fn effect(act: impl FnMut() + 'static) -> Effect {
    boxed(Box::new(act))
}

/// The same for an `act` that returns the resources of its part of the page, and gets them back the next time. They are
/// dropped together with the effect, at once. The effect's task drops the contents of its closure only later; until
/// then, effects in there would still run, for parts that are no longer on the page.
pub(super) fn effect_with(act: impl FnMut(Option<Kept>) -> Kept + 'static) -> Box<dyn Any> {
    keeping(Box::new(act))
}

/// Runs `act` like [`effect`], until the current owner is gone.
pub(super) fn whenever(act: impl FnMut() + 'static) {
    let effect = boxed(Box::new(act));
    on_cleanup(move || drop(effect));
}

#[inline(never)]
fn boxed(mut act: Box<dyn FnMut()>) -> Effect {
    RenderEffect::new(move |_| act())
}

fn keeping(mut act: Box<dyn FnMut(Option<Kept>) -> Kept>) -> Box<dyn Any> {
    let kept = Rc::new(RefCell::new(None));
    let weak = Rc::downgrade(&kept);
    let effect = effect(move || {
        if let Some(kept) = weak.upgrade() {
            let before = kept.take();
            let now = act(before);
            kept.replace(Some(now));
        }
    });
    Box::new((effect, kept))
}
