//! Some inputs of `make fuzz`, which reads many more.

use crate::fuzzing::{Seeds, read};
use std::path::Path;

#[test]
fn nothing_breaks_what_reads_it() {
    let seeds = Seeds::gather(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    for number in 0..40 {
        if let Err(broken) = read(&seeds, 20, number) {
            let text = broken.files.values().map(|bytes| String::from_utf8_lossy(bytes));
            panic!(
                "input {number}, {}: {}\n{:?}",
                broken.how,
                broken.why,
                text.collect::<Vec<_>>()
            );
        }
    }
}
