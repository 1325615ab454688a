//! Resolves hosts, and refuses local IP addresses: a name that anybody can register may point to one.

use super::hosts::is_public_number;
use std::io;
use ureq::{
    Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::NextTimeout,
    },
};

/// Resolves hosts to IP addresses that readers can reach.
#[derive(Debug)]
pub(super) struct PublicOnly {
    /// Behind a proxy, only the proxy itself is looked up, and it may be local.
    pub(super) is_behind_proxy: bool,
}

impl Resolver for PublicOnly {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout).map_err(no_host)?;
        if self.is_behind_proxy || found.iter().all(|it| is_public_number(it.ip())) {
            return Ok(found);
        }
        Err(Error::Io(io::ErrorKind::AddrNotAvailable.into()))
    }
}

/// A failed lookup means that the host does not exist, unless the failure is temporary.
fn no_host(error: Error) -> Error {
    let is_final = matches!(&error, Error::Io(error) if !error.to_string().contains("emporary"));
    if is_final { Error::HostNotFound } else { error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_that_may_pass_says_nothing_of_a_host() {
        let failed = |words: &str| no_host(Error::Io(io::Error::other(words)));
        let unknown = "failed to lookup address information: Name or service not known";
        assert!(matches!(failed(unknown), Error::HostNotFound));
        let busy = "failed to lookup address information: Temporary failure in name resolution";
        assert!(matches!(failed(busy), Error::Io(_)));
    }
}
