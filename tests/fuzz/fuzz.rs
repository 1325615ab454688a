//! `make fuzz`: reads what others could have written, changed at random, until the time is over or something breaks.
//!
//! `--minutes 10`, `--seed 1`. A number after them reads only the input with that number. Equal seeds and numbers
//! give equal inputs. An input that breaks something is written to `target/fuzz`.

mod fuzzing;

use fuzzing::{Broken, Seeds, read};
use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Inputs between two reports of the progress.
const REPORT: u64 = 500;

struct Options {
    minutes: u64,
    seed: u64,
    only: Option<u64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let seeds = Seeds::gather(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let seed = options.seed;
    say(&format!("seed {seed}"))?;
    if let Some(number) = options.only {
        return match read(&seeds, seed, number) {
            Ok(()) => say("nothing breaks"),
            Err(broken) => report(seed, number, &broken),
        };
    }
    let end = Instant::now() + Duration::from_secs(options.minutes * 60);
    let (next, failures) = (AtomicU64::new(0), AtomicU64::new(0));
    let work = || -> Result<(), String> {
        while Instant::now() < end {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number % REPORT == REPORT - 1 {
                say(&format!("{number} inputs")).map_err(|error| error.to_string())?;
            }
            if let Err(broken) = read(&seeds, seed, number) {
                failures.fetch_add(1, Ordering::Relaxed);
                report(seed, number, &broken).map_err(|error| error.to_string())?;
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let n_threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let threads: Vec<_> = (0..n_threads).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            match thread.join() {
                Ok(done) => done?,
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok::<_, Box<dyn Error>>(())
    })?;
    let (n_read, n_failed) = (next.into_inner(), failures.into_inner());
    say(&format!("{n_read} inputs read, {n_failed} broke something"))?;
    if n_failed > 0 { Err("see target/fuzz".into()) } else { Ok(()) }
}

fn options() -> Result<Options, Box<dyn Error>> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let mut options = Options { minutes: 5, seed: now, only: None };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--minutes" => options.minutes = words.next().unwrap_or_default().parse()?,
            "--seed" => options.seed = words.next().unwrap_or_default().parse()?,
            number => options.only = Some(number.parse()?),
        }
    }
    Ok(options)
}

/// Says what broke, and keeps the files.
fn report(seed: u64, number: u64, broken: &Broken) -> Result<(), Box<dyn Error>> {
    let Broken { how, why, files } = broken;
    let folder = Path::new("target/fuzz").join(format!("{seed}-{number}"));
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, bytes)?;
    }
    say(&format!("input {number} of seed {seed}, {how}: {why}\n  it is in {}", folder.display()))
}

fn say(line: &str) -> Result<(), Box<dyn Error>> {
    writeln!(io::stdout(), "{line}")?;
    Ok(())
}
