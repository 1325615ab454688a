//! `hallway check --links`: requests the addresses that readers can follow, to learn whether they still answer. No
//! other command sends requests to the web.

mod answer;
mod ask;
mod cache;
mod hosts;
mod places;
mod resolver;

use super::{error::CommandError, messages::say, progress::Progress, report::counted};
use crate::bundle::{Bundled, Folder};
use crate::ingest::capped;
use answer::Answer;
use ask::Asker;
use cache::Cache;
use hosts::{in_turn, n_hosts};
use places::LinkedAddresses;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

/// The most addresses requested at once, each from another host.
const AT_ONCE: usize = 8;

/// Requests every address that the pages of a folder link to, and adds a diagnostic for each that does not answer.
pub(super) fn check(
    data: &Path,
    bundled: &mut Bundled,
    shows_progress: bool,
    log: &mut dyn Write,
) -> Result<(), CommandError> {
    let folder = Folder::read(data).map_err(|error| CommandError::Disk(data.to_owned(), error))?;
    let places = LinkedAddresses::of(&folder, bundled);
    let mut cache = Cache::open();
    let mut answers: BTreeMap<String, Answer> = BTreeMap::new();
    let mut open: Vec<&str> = Vec::new();
    for address in places.addresses() {
        match cache.get(address) {
            Some(answer) => drop(answers.insert(address.to_owned(), answer)),
            None => open.push(address),
        }
    }
    say(log, &plan(&open, answers.len()))?;
    let mut progress = Progress::new(shows_progress);
    let mut n_asked = 0;
    answer_all(&in_turn(&open), |address, answer| {
        n_asked += 1;
        progress.tell(log, "asking for addresses", n_asked, open.len());
        cache.add(address, &answer);
        answers.insert(address.to_owned(), answer);
    });
    progress.clear(log);
    if is_offline(&open, &answers) {
        answers.retain(|_, answer| *answer != Answer::NoHost);
        say(
            log,
            "note: no host was found, so this machine may be offline; run the check again later",
        )?;
    }
    let found = answers.iter().flat_map(|(address, answer)| places.diagnostics(address, answer));
    bundled.diagnostics.extend(capped(found.collect()));
    bundled.diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    Ok(())
}

/// What will be requested, in one line.
fn plan(open: &[&str], n_known: usize) -> String {
    let addresses = counted(open.len(), "address", "addresses");
    let hosts = counted(n_hosts(open), "host", "hosts");
    let known = match n_known {
        0 => String::new(),
        1 => "; 1 answer is known from an earlier check".to_owned(),
        more => format!("; {more} answers are known from an earlier check"),
    };
    format!("asking for {addresses} at {hosts}, once a second at each{known}")
}

/// Requests all addresses, several at once, and passes each answer on.
fn answer_all(addresses: &[&str], mut take: impl FnMut(&str, Answer)) {
    let asker = Asker::new();
    let next = Mutex::new(addresses.iter());
    let (sender, answers) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(addresses.len()) {
            let (sender, asker, next) = (sender.clone(), &asker, &next);
            scope.spawn(move || {
                loop {
                    let address = next.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some(address) = address else { return };
                    if sender.send((*address, asker.answer(address))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for (address, answer) in answers {
            take(address, answer);
        }
    });
}

/// Whether no host was found at all. Then the hosts are probably not the cause.
fn is_offline(asked: &[&str], answers: &BTreeMap<String, Answer>) -> bool {
    let mut answers = asked.iter().filter_map(|address| answers.get(*address));
    let is_lost = |answer: &Answer| matches!(answer, Answer::NoHost | Answer::NotForReaders);
    answers.clone().any(|answer| *answer == Answer::NoHost) && answers.all(is_lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_host_that_answers_shows_that_the_machine_is_on_the_web() {
        let answers = |all: &[Answer]| {
            let addresses = ["https://a.example/", "https://b.example/"];
            let answers = addresses.iter().map(|it| (*it).to_owned()).zip(all.iter().cloned());
            is_offline(&addresses, &answers.collect())
        };
        assert!(answers(&[Answer::NoHost, Answer::NoHost]));
        assert!(answers(&[Answer::NoHost, Answer::NotForReaders]));
        assert!(!answers(&[Answer::NoHost, Answer::Fine]));
        assert!(!answers(&[Answer::NoHost, Answer::Dead(404)]));
        assert!(!answers(&[Answer::NotForReaders, Answer::NotForReaders]));
    }
}
