//! Requests one address, to learn only whether the page exists, not what it says.

use super::answer::Answer;
use super::hosts::{HostState, Hosts, authority, is_public};
use super::resolver::PublicOnly;
use std::io;
use std::time::Duration;
use ureq::http::{Response, header::LOCATION};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error};
use url::Url;

/// How long a host may take for one answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// The most redirects from one address.
const MOST_STEPS: usize = 8;

/// The user agent, so that hosts know who asks.
const NAME: &str =
    concat!("hallway/", env!("CARGO_PKG_VERSION"), " (checks whether links still work)");

/// Requests addresses. Several threads may use it.
#[derive(Debug)]
pub(super) struct Asker {
    agent: Agent,
    hosts: Hosts,
}

impl Asker {
    pub(super) fn new() -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Redirects are followed one by one: each needs its pause, and may lead to a host that must not be asked.
            .max_redirects(0)
            .timeout_global(Some(PATIENCE))
            .user_agent(NAME)
            .build();
        let resolver = PublicOnly { is_behind_proxy: config.proxy().is_some() };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent, hosts: Hosts::default() }
    }

    /// What the web says about an address, following redirects.
    pub(super) fn answer(&self, address: &str) -> Answer {
        let Ok(mut url) = Url::parse(address) else {
            return Answer::Unclear("is not a URL that can be requested".to_owned());
        };
        for _ in 0..MOST_STEPS {
            match self.step(&url) {
                RequestStep::Answer(answer) => return answer,
                RequestStep::On(next) => url = next,
            }
        }
        Answer::Unclear(format!("leads on more than {MOST_STEPS} times"))
    }

    /// One answer of one host.
    fn step(&self, url: &Url) -> RequestStep {
        if !is_public(url) {
            return RequestStep::Answer(Answer::NotForReaders);
        }
        let host = authority(url.as_str());
        let head = self.hosts.ask(&host, |known| self.request("HEAD", url, known));
        match head {
            // Some hosts answer only requests for the content.
            RequestStep::Answer(answer) if answer != Answer::Fine => {
                self.hosts.ask(&host, |known| self.request("GET", url, known))
            }
            RequestStep::Answer(_) | RequestStep::On(_) => head,
        }
    }

    fn request(&self, method: &str, url: &Url, known: &mut HostState) -> RequestStep {
        if let Some(answer) = &known.for_all {
            return RequestStep::Answer(answer.clone());
        }
        let request = match method {
            "HEAD" => self.agent.head(url.as_str()).call(),
            _ => self.agent.get(url.as_str()).call(),
        };
        match request {
            Ok(response) => {
                let step = of_response(&response, url);
                if response.status().as_u16() == 429 {
                    known.for_all =
                        Some(Answer::Unclear("is at a host that wants fewer questions".to_owned()));
                }
                step
            }
            Err(error) => {
                let (answer, is_for_all) = of_error(&error);
                known.for_all = is_for_all.then(|| answer.clone());
                RequestStep::Answer(answer)
            }
        }
    }
}

/// The result of a request.
#[derive(Debug)]
enum RequestStep {
    Answer(Answer),
    On(Url),
}

fn of_response(response: &Response<Body>, url: &Url) -> RequestStep {
    let status = response.status().as_u16();
    let location = response.headers().get(LOCATION).and_then(|it| it.to_str().ok());
    match (status, location.and_then(|it| url.join(it).ok())) {
        (300..=399, Some(next)) if ["http", "https"].contains(&next.scheme()) => {
            RequestStep::On(next)
        }
        (200..=299, _) => RequestStep::Answer(Answer::Fine),
        (404 | 410, _) => RequestStep::Answer(Answer::Dead(status)),
        (401 | 402 | 403 | 451, _) => RequestStep::Answer(Answer::Unclear(format!(
            "is not open to everybody: its host answers {status}"
        ))),
        _ => RequestStep::Answer(Answer::Unclear(format!(
            "cannot be told: its host answers {status}"
        ))),
    }
}

/// What an error says about an address, and whether it says the same about all addresses of the host.
#[expect(clippy::wildcard_enum_match_arm, reason = "the errors of the crate may grow")]
fn of_error(error: &Error) -> (Answer, bool) {
    let unclear = |reason: &str| Answer::Unclear(reason.to_owned());
    match error {
        Error::HostNotFound => (Answer::NoHost, true),
        Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
            (unclear("is at a host that refuses every connection"), true)
        }
        Error::Io(error) if error.kind() == io::ErrorKind::AddrNotAvailable => {
            (Answer::NotForReaders, true)
        }
        Error::Timeout(_) => (
            Answer::Unclear(format!("does not answer within {} seconds", PATIENCE.as_secs())),
            true,
        ),
        Error::Tls(_) | Error::Rustls(_) => {
            (unclear("is at a host without a valid certificate"), true)
        }
        Error::BadUri(_) | Error::Http(_) => (unclear("is not a URL that can be requested"), false),
        error => (Answer::Unclear(format!("cannot be reached: {error}")), false),
    }
}
