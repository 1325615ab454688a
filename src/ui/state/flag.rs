//! Flags that follow the state.

use crate::ui::signals::Memo;

/// A flag. Its readers run again only if it changes.
pub(crate) fn flag(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    Memo::new(move |_| is_so())
}
