//! Lists that change: what stays is not touched, so it keeps its focus.

use super::{
    Item,
    draw::{Kept, Region},
};
use leptos::prelude::{Owner, RenderEffect};
use std::any::Any;

/// An item on the page.
struct Drawn {
    key: String,
    region: Region,
    /// Ends what the item started.
    owner: Owner,
    _kept: Kept,
}

/// Draws the items into `region`, and again whenever they change.
pub(super) fn draw_keyed(
    mut items: Box<dyn FnMut() -> Vec<Item> + Send>,
    region: Region,
) -> Box<dyn Any> {
    // Items outlive the run of the effect that draws them, so their owners hang on ours.
    let owner = Owner::current().unwrap_or_default();
    Box::new(RenderEffect::new(move |previous: Option<Vec<Drawn>>| {
        let items = items();
        let mut old = previous.unwrap_or_default();
        old.retain(|drawn| {
            let stays = items.iter().any(|item| item.key == drawn.key);
            if !stays {
                drawn.owner.cleanup();
                drawn.region.remove();
            }
            stays
        });
        place(items, old, &region, &owner)
    }))
}

/// Puts `items` in order, with those of `old` that they name again.
fn place(items: Vec<Item>, mut old: Vec<Drawn>, region: &Region, owner: &Owner) -> Vec<Drawn> {
    let Some(parent) = region.parent() else { return old };
    // The first node that is not in its place yet.
    let mut next = region.start.next_sibling();
    let mut placed = Vec::with_capacity(items.len());
    for item in items {
        let before = next.clone().unwrap_or_else(|| region.end.clone());
        let drawn = if let Some(position) = old.iter().position(|drawn| drawn.key == item.key) {
            let drawn = old.swap_remove(position);
            if drawn.region.start == before {
                next = drawn.region.end.next_sibling();
            } else {
                drawn.region.move_to(&parent, Some(&before));
            }
            drawn
        } else {
            let region = Region::new(&parent, Some(&before));
            let owner = owner.with(Owner::new);
            let kept = owner.with(|| region.draw((item.draw)()));
            Drawn { key: item.key, region, owner, _kept: kept }
        };
        placed.push(drawn);
    }
    placed
}
