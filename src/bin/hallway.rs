//! The `hallway` command: arguments in, exit code out. 0 done, 1 nothing written before an error in the content is fixed, 2 could not run.

use clap::Parser as _;
use hallway::cli::{Arguments, run};
use std::io::Write as _;
use std::process::ExitCode;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // Standard error stays unlocked: a thread that panics writes to it, too, and a lock would block that thread
    // forever.
    let mut log = std::io::stderr();
    match run(&arguments, &mut std::io::stdout().lock(), &mut log) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) if error.is_enough() => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed, too, there is nobody left to tell.
            drop(writeln!(log, "error: {error}"));
            ExitCode::from(2)
        }
    }
}
