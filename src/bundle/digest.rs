//! SHA-256 digests.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// In hexadecimal digits, as `sha256sum` prints it.
    pub fn hexadecimal(self) -> String {
        self.0.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }

    /// In base64.
    pub fn base64(self) -> String {
        STANDARD.encode(self.0)
    }
}

/// `sha256-` and the base64 of the SHA-256, the form of `integrity` attributes and content security policies.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", Digest::of(bytes).base64())
}

/// The SHA-256 in hexadecimal digits, as `sha256sum` prints it.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    Digest::of(bytes).hexadecimal()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_other_tools() {
        assert_eq!(integrity(b"start()"), "sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00=");
        assert_eq!(
            hexadecimal(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }
}
