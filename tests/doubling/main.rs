//! Twice the input is about twice the work: no rule looks at everything once for each thing it finds.
//!
//! Work is counted, not timed: how often memory was asked for, and for how many bytes. What compares without asking for
//! memory is not counted. The test is alone in its program, since the counts are those of the whole program.

mod inputs;

use hallway::bundle::{Folder, bundle, files};
use inputs::{INPUTS, Input};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::error::Error;
use std::fs;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Bytes of the smallest input.
const SIZE: usize = 1_500;

/// Most growth of the work where the input doubles.
const MOST: f64 = 2.5;

/// Work that is too little to grow.
const LEAST: f64 = 100.0;

/// How often memory is asked for, and for how many bytes, while a folder with the input alone is
/// bundled and its dataset is written.
fn work(input: &Input, size: usize) -> Result<[f64; 2], Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("2019-05-03-notes.md"), input.text(size))?;
    let read = Folder::read(folder.path())?;
    let region = Region::new(COUNTED);
    let bundled = bundle(&read);
    let written = files(&bundled.dataset)?;
    let counted = region.change();
    drop((bundled, written));
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    Ok([counted.allocations, counted.bytes_allocated].map(number))
}

/// By how much the work grows where the input grows from `size` to twice that. What every file costs is none of it: the
/// work for the shortest input of its kind, since an empty file or a lone `---` may be read in another way.
fn growth(input: &Input, size: usize) -> Result<f64, Box<dyn Error>> {
    let shortest = input.text(0).len() + 1;
    let (least, once, twice) = (work(input, shortest)?, work(input, size)?, work(input, 2 * size)?);
    let counts = least.into_iter().zip(once).zip(twice);
    let growths =
        counts.map(|((least, once), twice)| (twice - least).max(0.0) / (once - least).max(LEAST));
    Ok(growths.fold(0.0, f64::max))
}

#[test]
fn twice_the_input_is_about_twice_the_work() {
    // What is made once for all files is made first.
    work(&INPUTS[0], 0).unwrap();
    // A list that asks for room in doublings may grow faster for a while. What does so further on grows with the square.
    let grows = |input: &Input, size: usize| growth(input, size).unwrap() > MOST;
    let grown = INPUTS.iter().filter(|input| grows(input, SIZE) && grows(input, 8 * SIZE));
    let grown: Vec<&str> = grown.map(|input| input.name).collect();
    assert!(grown.is_empty(), "these grow faster than they should: {grown:#?}");
}
