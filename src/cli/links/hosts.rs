//! Hosts: which may be asked, and when each may be asked again.

use super::answer::Answer;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use url::{Host, Url};

/// The time between two requests to a host.
const PAUSE: Duration = Duration::from_secs(1);

/// Host names that only a local network knows.
const LOCAL: &[&str] = &[".localhost", ".local", ".lan", ".internal", ".intranet", ".home.arpa"];

/// The host of an address, with its port.
pub(super) fn authority(address: &str) -> String {
    let url = Url::parse(address).ok();
    url.map_or_else(String::new, |url| url.authority().to_owned())
}

/// How many hosts the addresses have.
pub(super) fn n_hosts(addresses: &[&str]) -> usize {
    let mut hosts: Vec<String> = addresses.iter().map(|address| authority(address)).collect();
    hosts.sort_unstable();
    hosts.dedup();
    hosts.len()
}

/// The addresses, taking hosts by turns, so that no thread waits for one host while others are free.
pub(super) fn in_turn<'a>(addresses: &[&'a str]) -> Vec<&'a str> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let turn = |address: &'a str| {
        let turn = seen.entry(authority(address)).or_default();
        *turn += 1;
        (*turn, address)
    };
    let mut turns: Vec<(usize, &str)> = addresses.iter().copied().map(turn).collect();
    turns.sort_by_key(|(turn, _)| *turn);
    turns.into_iter().map(|(_, address)| address).collect()
}

/// Whether readers elsewhere can reach a host. Others are not asked: notes must not make this machine send requests
/// into its own network.
pub(super) fn is_public(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name.contains('.') && !LOCAL.iter().any(|ending| name.ends_with(ending))
        }
        Some(Host::Ipv4(address)) => is_public_4(address),
        Some(Host::Ipv6(address)) => is_public_6(address),
        None => false,
    }
}

/// Whether readers elsewhere can reach an IP address.
pub(super) fn is_public_number(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_4(address),
        IpAddr::V6(address) => is_public_6(address),
    }
}

fn is_public_4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let is_carriers = first == 100 && (64..128).contains(&second);
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_multicast()
        || first == 0
        || is_carriers)
}

fn is_public_6(address: Ipv6Addr) -> bool {
    match address.to_ipv4_mapped() {
        Some(address) => is_public_4(address),
        None => {
            !(address.is_loopback()
                || address.is_unspecified()
                || address.is_multicast()
                || address.is_unique_local()
                || address.is_unicast_link_local())
        }
    }
}

/// What is known about a host.
#[derive(Debug, Default)]
pub(super) struct HostState {
    /// When it was last asked.
    last: Option<Instant>,
    /// The answer for all its other addresses: the host does not exist, does not answer, or limits requests.
    pub(super) for_all: Option<Answer>,
}

impl HostState {
    /// How long to wait before the next request.
    fn wait(&self, now: Instant) -> Duration {
        let since = self.last.map(|last| now.saturating_duration_since(last));
        since.map_or(Duration::ZERO, |since| PAUSE.saturating_sub(since))
    }
}

/// Lets one thread at a time ask a host, and not too often.
#[derive(Debug, Default)]
pub(super) struct Hosts(Mutex<BTreeMap<String, Arc<Mutex<HostState>>>>);

impl Hosts {
    /// Asks a host when it is its turn. `ask` gets what is known about the host, and may add to it.
    pub(super) fn ask<T>(&self, host: &str, ask: impl FnOnce(&mut HostState) -> T) -> T {
        let known = {
            let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(hosts.entry(host.to_owned()).or_default())
        };
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.for_all.is_none() {
            thread::sleep(known.wait(Instant::now()));
        }
        let asked = ask(&mut known);
        known.last = Some(Instant::now());
        asked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_that_readers_can_reach_are_asked() {
        for (address, expected) in [
            ("https://a.example/", true),
            ("https://93.184.216.34/", true),
            ("http://localhost:8080/", false),
            ("http://wiki/", false),
            ("http://printer.local/", false),
            ("http://127.0.0.1/", false),
            ("http://2130706433/", false),
            ("http://10.0.0.1/", false),
            ("http://192.168.1.1/", false),
            ("http://169.254.169.254/latest/meta-data", false),
            ("http://100.64.0.1/", false),
            ("http://0.0.0.0/", false),
            ("http://[::1]/", false),
            ("http://[::ffff:127.0.0.1]/", false),
            ("http://[fd00::1]/", false),
            ("http://[2606:2800:220:1:248:1893:25c8:1946]/", true),
        ] {
            assert_eq!(is_public(&Url::parse(address).unwrap()), expected, "{address}");
        }
    }

    #[test]
    fn hosts_take_turns() {
        let addresses = ["https://a.example/1", "https://a.example/2", "https://b.example/1"];
        let turns = ["https://a.example/1", "https://b.example/1", "https://a.example/2"];
        assert_eq!(in_turn(&addresses), turns);
        assert_eq!(n_hosts(&addresses), 2);
    }

    #[test]
    fn a_host_has_a_second_between_two_questions() {
        let now = Instant::now();
        let wait = |last| HostState { last, for_all: None }.wait(now);
        assert_eq!(wait(None), Duration::ZERO);
        assert_eq!(wait(Some(now)), PAUSE);
        assert_eq!(wait(now.checked_sub(PAUSE * 2)), Duration::ZERO);
    }

    #[test]
    fn a_host_is_asked_by_one_at_a_time() {
        let hosts = Hosts::default();
        let is_asking = Mutex::new(());
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    hosts.ask("a.example", |known| {
                        // Once an answer holds for all addresses, no pause is needed.
                        known.for_all = Some(Answer::NoHost);
                        drop(is_asking.try_lock().unwrap());
                    });
                });
            }
        });
    }
}
