//! The script of another host that counts readers. It is not part of the dataset.

/// A script that counts readers, checked. None of its texts needs escaping, but the values of `data`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Statistics {
    /// Its address.
    pub src: String,
    /// Its hash, as the attribute `integrity` has it.
    pub integrity: String,
    /// The origin that it sends to.
    pub connect: String,
    /// Its `data-` attributes: names without `data-`, and values.
    pub data: Vec<(String, String)>,
}
