//! The pages and files of a site.

mod authors;
mod citations;
mod exports;
mod own_texts;
mod preview;
mod printed_site;
mod published;
mod references;
mod whole;
