//! Twice the input is about twice the work: no rule looks at everything once for each thing it finds.
//!
//! Work is counted, not timed: how often memory was asked for, and for how many bytes. What compares without asking for
//! memory is not counted. The test is alone in its program, since the counts are those of the whole program.

mod inputs;

use hallway::bundle::{Folder, bundle};
use inputs::{INPUTS, Input};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::fs;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Bytes of the smaller input.
const SIZE: usize = 1_500;

/// Most growth of the work where the input doubles.
const MOST: f64 = 2.5;

/// Work that is too little to grow.
const LEAST: f64 = 100.0;

/// How often memory is asked for, and for how many bytes, while a folder with the input alone is bundled.
fn work(input: &Input, size: usize) -> (f64, f64) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("2019-05-03-notes.md"), input.text(size)).unwrap();
    let files = Folder::read(folder.path()).unwrap();
    let region = Region::new(COUNTED);
    let bundled = bundle(&files);
    let counted = region.change();
    drop(bundled);
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (number(counted.allocations), number(counted.bytes_allocated))
}

#[test]
fn twice_the_input_is_about_twice_the_work() {
    let mut grown = Vec::new();
    for input in INPUTS {
        // What every file costs is none of it. What is made once for all files is made by now.
        let [_, none, once, twice] = [0, 0, SIZE, 2 * SIZE].map(|size| work(input, size));
        let growth = |of: fn((f64, f64)) -> f64| {
            (of(twice) - of(none)).max(0.0) / (of(once) - of(none)).max(LEAST)
        };
        let growth = growth(|it| it.0).max(growth(|it| it.1));
        if growth > MOST {
            grown.push(format!("{}: {growth:.2}-fold", input.name));
        }
    }
    assert!(grown.is_empty(), "{grown:#?}");
}
