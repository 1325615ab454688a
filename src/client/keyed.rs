//! Draws lists that change. Items that stay are not touched, so they keep the focus.

use super::{
    draw::{Region, tell_if_lost},
    effect::{Kept, effect_with},
};
use crate::ui::dom::{Item, same::same_items};
use reactive_graph::owner::Owner;
use std::any::Any;

/// An item on the page.
struct Drawn {
    key: String,
    region: Region,
    /// Ends the effects that the item started.
    owner: Owner,
    _kept: Kept,
}

/// Draws the items into `region`, and again whenever they change.
pub(super) fn draw_keyed(
    mut items: Box<dyn FnMut() -> Vec<Item> + Send>,
    region: Region,
) -> Box<dyn Any> {
    // Items outlive one run of the effect that draws them, so their owners are children of the list's owner.
    let owner = Owner::current().unwrap_or_default();
    effect_with(move |before| {
        let items = items();
        let before: Option<Box<Vec<Drawn>>> =
            before.and_then(|mut kept| kept.pop()?.downcast().ok());
        if before.is_some() {
            tell_if_lost(&region.end);
        }
        let kept = take_off_others(before.map(|it| *it).unwrap_or_default(), &items);
        vec![Box::new(put_in_order(items.into_iter().zip(kept).collect(), &region, &owner))]
    })
}

/// For each of `items`, its drawn item in `old`, if any. The other old items are removed first, so that fewer nodes
/// have to move.
fn take_off_others(old: Vec<Drawn>, items: &[Item]) -> Vec<Option<Drawn>> {
    let old_keys: Vec<&str> = old.iter().map(|drawn| drawn.key.as_str()).collect();
    let new_keys: Vec<&str> = items.iter().map(|item| item.key.as_str()).collect();
    let places = same_items(&old_keys, &new_keys);
    let mut old: Vec<Option<Drawn>> = old.into_iter().map(Some).collect();
    let kept = places.into_iter().map(|place| old.get_mut(place?)?.take()).collect();
    for gone in old.into_iter().flatten() {
        gone.owner.cleanup();
        gone.region.remove();
    }
    kept
}

/// Puts items in order and draws those that are not on the page yet.
fn put_in_order(items: Vec<(Item, Option<Drawn>)>, region: &Region, owner: &Owner) -> Vec<Drawn> {
    let Some(parent) = region.parent() else { return Vec::new() };
    // The first node that is not in its place yet.
    let mut next = region.start.next_sibling();
    let mut drawn_items = Vec::with_capacity(items.len());
    for (item, kept) in items {
        let before = next.clone().unwrap_or_else(|| region.end.clone());
        let drawn = if let Some(drawn) = kept {
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
        drawn_items.push(drawn);
    }
    drawn_items
}
