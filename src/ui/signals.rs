//! Signals, memos and stored values: Leptos' own, compiled once for all types.
//!
//! Leptos compiles its code again for every type in a signal. Here each signal of Leptos holds a box with any value,
//! and a typed handle gives access to it.

use reactive_graph::{
    computed, signal,
    traits::{Read as _, ReadUntracked as _, Write as _},
};
use std::{any::Any, marker::PhantomData, sync::Arc};

/// A value of any type.
type Held = Box<dyn Any + Send + Sync>;

/// Computes a value from the one before.
type Compute = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

/// A value that changes. Whatever reads it runs again when it is written.
pub struct RwSignal<T>(signal::RwSignal<Held>, PhantomData<fn() -> T>);

/// A read-only handle to a value that changes.
pub struct ReadSignal<T>(RwSignal<T>);

/// A value computed from others. Whatever reads it runs again when the value differs.
pub struct Memo<T>(computed::Memo<Held>, PhantomData<fn() -> T>);

/// A stored value that nothing tracks.
pub struct StoredValue<T>(RwSignal<T>);

/// A function to call later.
pub struct Callback<T>(Arc<dyn Fn(T) + Send + Sync>);

impl<T: Send + Sync + 'static> RwSignal<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(new_signal(Box::new(value)), PhantomData)
    }

    pub(crate) fn read_only(self) -> ReadSignal<T> {
        ReadSignal(self)
    }

    pub(crate) fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&self.0.read()))
    }

    pub(crate) fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&self.0.read_untracked()))
    }

    /// Does nothing after the part of the page that made the signal is gone.
    pub(crate) fn set(self, value: T) {
        put(self.0, Box::new(value));
    }

    /// Does nothing after the part of the page that made the signal is gone.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut held) = self.0.try_write()
            && let Some(value) = held.downcast_mut()
        {
            change(value);
        }
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Default + Send + Sync + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Send + Sync + 'static> ReadSignal<T> {
    pub(crate) fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.0.with(look)
    }

    pub(crate) fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(look)
    }
}

impl<T: Clone + Send + Sync + 'static> ReadSignal<T> {
    /// The value. The caller runs again when the value is written.
    pub fn get(self) -> T {
        self.0.get()
    }

    /// The value.
    pub fn get_untracked(self) -> T {
        self.0.get_untracked()
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// The result of `compute` on the value before.
    pub(crate) fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute = move |before: Option<&Held>| -> Held { Box::new(compute(before.map(typed))) };
        Self(new_memo(Box::new(compute), differ::<T>), PhantomData)
    }

    pub(crate) fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&self.0.read()))
    }

    pub(crate) fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&self.0.read_untracked()))
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }
}

impl<T: Send + Sync + 'static> StoredValue<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    pub(crate) fn with_value<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(look)
    }

    pub(crate) fn set_value(self, value: T) {
        self.update_value(|held| *held = value);
    }

    pub(crate) fn update_value<U>(self, change: impl FnOnce(&mut T) -> U) {
        drop(self.try_update_value(change));
    }

    /// `None` after the part of the page that made it is gone.
    pub(crate) fn try_update_value<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.0.0.try_write_untracked()?.downcast_mut().map(change)
    }
}

impl<T: Clone + Send + Sync + 'static> StoredValue<T> {
    pub(crate) fn get_value(self) -> T {
        self.0.get_untracked()
    }
}

impl<T: 'static> Callback<T> {
    /// Calls `act`.
    pub fn new(act: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self(Arc::new(act))
    }

    pub(crate) fn run(&self, with: T) {
        (self.0)(with);
    }
}

#[inline(never)]
fn new_signal(held: Held) -> signal::RwSignal<Held> {
    signal::RwSignal::new(held)
}

#[inline(never)]
fn put(signal: signal::RwSignal<Held>, value: Held) {
    if let Some(mut held) = signal.try_write() {
        *held = value;
    }
}

#[inline(never)]
fn new_memo(
    compute: Compute,
    differ: fn(Option<&Held>, Option<&Held>) -> bool,
) -> computed::Memo<Held> {
    computed::Memo::new_with_compare(compute, differ)
}

fn differ<T: PartialEq + 'static>(before: Option<&Held>, now: Option<&Held>) -> bool {
    before.map(typed::<T>) != now.map(typed::<T>)
}

/// The value in a box, which has the type of its handle.
fn typed<T: 'static>(held: &Held) -> &T {
    (**held).downcast_ref().unwrap_or_else(|| unreachable!("a handle knows its type"))
}

macro_rules! copied {
    ($($handle:ident),*) => {
        $(
            impl<T> Clone for $handle<T> {
                fn clone(&self) -> Self {
                    *self
                }
            }

            impl<T> Copy for $handle<T> {}
        )*
    };
}

// A derived `Copy` would require values that can be copied.
copied!(Memo, ReadSignal, RwSignal, StoredValue);

impl<T> Clone for Callback<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reactive_graph::owner::Owner;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn each_signal_holds_a_value_of_its_own_type() {
        Owner::new().with(|| {
            let (word, number) = (RwSignal::new("one".to_owned()), StoredValue::new(1_u8));
            word.update(|word| word.push('s'));
            number.set_value(number.get_value() + 1);
            assert_eq!((word.get_untracked().as_str(), number.get_value()), ("ones", 2));
            word.set("two".to_owned());
            assert_eq!(word.read_only().with_untracked(String::len), 3);
            assert_eq!(number.try_update_value(std::mem::take), Some(2));
            assert_eq!(number.get_value(), 0);
        });
    }

    #[test]
    fn what_reads_a_memo_runs_again_only_if_the_memo_differs() {
        static RUNS: AtomicUsize = AtomicUsize::new(0);
        Owner::new().with(|| {
            let number = RwSignal::new(1);
            let is_even = Memo::new(move |_| number.get() % 2 == 0);
            let reader = Memo::new(move |runs: Option<&usize>| {
                RUNS.fetch_add(1, Ordering::Relaxed);
                assert_eq!(is_even.get(), number.get_untracked() % 2 == 0);
                runs.map_or(1, |runs| runs + 1)
            });
            for (value, runs) in [(1, 1), (3, 1), (4, 2), (6, 2), (6, 2), (7, 3)] {
                number.set(value);
                assert_eq!(reader.with_untracked(|runs| *runs), runs, "at {value}");
            }
        });
        assert_eq!(RUNS.load(Ordering::Relaxed), 3);
    }

    #[test]
    fn a_signal_that_is_gone_ignores_what_comes_late() {
        let owner = Owner::new();
        let number = owner.with(|| StoredValue::new(1));
        owner.cleanup();
        number.set_value(2);
        assert_eq!(number.try_update_value(|number| *number), None);
    }
}
