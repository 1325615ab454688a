//! The policy for everything about embedding.

use super::{
    assets::{FRAME, SHARE_SCRIPT, client_script},
    style::INLINE_STYLE,
};
use crate::publish::{documents::policy::Policy, scripts::script::Script};

/// The policies of embedded pages and of the pages about them, for hosts that send one policy with every page.
pub(in crate::publish) fn policy_of_embeds() -> Policy {
    let (frame, _) = &*FRAME;
    Policy::page([frame, &client_script(""), &Script::inline(SHARE_SCRIPT)])
        .with_style(&INLINE_STYLE)
        .with_own_frames()
        .with_client()
}
