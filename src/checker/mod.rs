//! Reads one file as a build of the site would, and reports what it finds. It runs in the browser, on the page that
//! checks recaps. It sees no folder: the site tells it what it needs to know.

mod header;
mod knowledge;
mod known;
mod read;
mod report;

pub use knowledge::Knowledge;
pub use read::check;
pub use report::Report;
