//! Reads one file as a build of the site would, and reports what it finds. It runs in the browser, on the page that
//! checks a recap, so it sees no folder: the site gives it what it knows.

mod header;
mod knowledge;
mod known;
mod read;
mod report;

pub use knowledge::Knowledge;
pub use read::check;
pub use report::Report;
