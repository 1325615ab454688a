//! `hallway serve`: shows a site on this machine as it is being written.

mod http;
mod news;
mod page;
mod problem;

use super::{client::Files, error::CommandError, messages::say};
use crate::bundle::{Dataset, LEDGER};
use crate::publish::{Preview, SiteSource};
use http::{State, answer_all};
use news::news;
use notify::{EventKind, RecursiveMode, Watcher as _};
pub(super) use problem::Problems;
use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::Server;

/// Editors write a file in several steps. Reading waits until nothing has changed for this long.
const SETTLES: Duration = Duration::from_millis(60);

/// How many ports to try after a taken one.
const PORTS_TO_TRY: u16 = 20;

/// The most requests answered at once.
const N_THREADS: usize = 4;

/// What to serve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Serve<'a> {
    /// The folder to watch.
    pub(super) data: &'a Path,
    /// The port; 0 for any free one.
    pub(super) port: u16,
    /// Whether to open a browser.
    pub(super) opens: bool,
}

/// The folder as it was read: the site, unless errors prevent showing it, and the problems.
pub(super) type Seen = (Option<Dataset>, Problems);

/// Reads the folder and reports on it.
pub(super) type Read<'a> = &'a mut dyn FnMut(&mut dyn Write) -> Result<Seen, CommandError>;

impl Serve<'_> {
    /// Serves until the process ends. `client` has the files of the client by path.
    /// Nothing is written: each page is made when a browser requests it. While errors prevent showing a changed folder,
    /// the last good site stays.
    pub(super) fn run(
        &self,
        client: &Files,
        log: &mut dyn Write,
        read: Read<'_>,
    ) -> Result<(), CommandError> {
        // Changes during the first reading must not be lost.
        let (sender, changes) = mpsc::channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                if event.is_ok_and(|event| is_change(&event)) {
                    sender.send(()).unwrap_or_default();
                }
            })
            .map_err(|error| self.unwatchable(error))?;
        watcher
            .watch(self.data, RecursiveMode::Recursive)
            .map_err(|error| self.unwatchable(error))?;

        let server = self.server()?;
        let state = Mutex::new(State::default());
        let mut dataset = update(&state, log, read)?;
        let address = format!("http://{}/", server.server_addr());
        let port = server.server_addr().to_ip().map_or(self.port, |address| address.port());
        if self.port != 0 && port != self.port {
            say(log, &format!("port {} is taken; this uses the next free one", self.port))?;
        }
        say(log, &format!("serving {address} (stop with Ctrl-C)"))?;
        if self.opens {
            open(&address, log)?;
        }
        loop {
            let mut wait = |site: Option<&Preview<'_>>| {
                answering(&server, site, &state, || next(&changes, &state, log, read))
            };
            let following = match &dataset {
                Some(dataset) => SiteSource { dataset, client, url: None }
                    .preview(|site| wait(Some(site)))
                    .map_err(CommandError::Publish)?,
                None => wait(None),
            };
            match following? {
                Some(following) => dataset = Some(following),
                None => return Ok(()),
            }
        }
    }

    /// A server at the port or, if that is taken, at the next free one.
    fn server(&self) -> Result<Server, CommandError> {
        let last = if self.port == 0 { 0 } else { self.port.saturating_add(PORTS_TO_TRY) };
        let mut port = self.port;
        loop {
            let address = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
            match TcpListener::bind(address) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => port += 1,
                bound => {
                    let server =
                        bound.map_err(Into::into).and_then(|it| Server::from_listener(it, None));
                    return server.map_err(|error| {
                        let address = PathBuf::from(address.to_string());
                        CommandError::Disk(address, io::Error::other(error))
                    });
                }
            }
        }
    }

    fn unwatchable(&self, error: notify::Error) -> CommandError {
        CommandError::Disk(self.data.to_owned(), io::Error::other(error))
    }
}

/// Whether a file of the curator changed, and not only the ledger, which each build writes.
fn is_change(event: &notify::Event) -> bool {
    let is_ledger = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.is_some_and(|name| name == LEDGER || name == format!(".{LEDGER}.new"))
    };
    let is_ours = !event.paths.is_empty() && event.paths.iter().all(is_ledger);
    !matches!(event.kind, EventKind::Access(_)) && !is_ours
}

/// Answers requests with `site` while `wait` runs.
fn answering<T>(
    server: &Server,
    site: Option<&Preview<'_>>,
    state: &Mutex<State>,
    wait: impl FnOnce() -> T,
) -> T {
    thread::scope(|scope| {
        for _ in 0..N_THREADS {
            scope.spawn(|| answer_all(server, site, state));
        }
        let outcome = wait();
        // Each call ends one thread, after its current request.
        (0..N_THREADS).for_each(|_| server.unblock());
        outcome
    })
}

/// Waits for a change after which the site can be shown. `None` if no more changes can come.
fn next(
    changes: &Receiver<()>,
    state: &Mutex<State>,
    log: &mut dyn Write,
    read: Read<'_>,
) -> Result<Option<Dataset>, CommandError> {
    while changes.recv().is_ok() {
        while changes.recv_timeout(SETTLES).is_ok() {}
        if let Some(dataset) = update(state, log, read)? {
            return Ok(Some(dataset));
        }
    }
    Ok(None)
}

/// Reads the folder, and notifies the browsers.
fn update(
    state: &Mutex<State>,
    log: &mut dyn Write,
    read: Read<'_>,
) -> Result<Option<Dataset>, CommandError> {
    let mut report = Vec::new();
    let (dataset, problems) = read(&mut report).or_else(|error| {
        writeln!(report, "error: {error}").map_err(CommandError::Output)?;
        Ok((None, Problems::of_failure(&error.to_string())))
    })?;
    // The curator must not be counted as a reader.
    let dataset = dataset.map(|dataset| Dataset { statistics: None, ..dataset });
    let locked = || state.lock().unwrap_or_else(PoisonError::into_inner);
    let told = news(&String::from_utf8_lossy(&report), &mut locked().reported);
    say(log, &told)?;
    let mut state = locked();
    if dataset.is_some() {
        state.version += 1;
    }
    state.problems = problems;
    Ok(dataset)
}

/// Opens an address in the browser. If that fails, the server keeps running.
fn open(address: &str, log: &mut dyn Write) -> Result<(), CommandError> {
    let command = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let mut command = Command::new(command);
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        Ok(_) => Ok(()),
        Err(error) => say(log, &format!("cannot open a browser: {error}; open {address} yourself")),
    }
}
