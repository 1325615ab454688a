//! The script that counts readers, on every page of the site. Embedded pages, which belong to other sites, do not have
//! it.

use crate::publish::scripts::script::Script;
use crate::{model::Statistics, pages::escaped};

/// The script element, if the curator named a script.
pub(in crate::publish) fn counting_script(statistics: Option<&Statistics>) -> Option<Script> {
    let Statistics { src, integrity, connect: _, data } = statistics?;
    let data = data.iter().map(|(name, value)| format!(" data-{name}=\"{}\"", escaped(value)));
    let attributes = format!(
        " src=\"{src}\" integrity=\"{integrity}\" crossorigin=\"anonymous\" defer{}",
        data.collect::<String>()
    );
    Some(Script::verbatim(&attributes, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::documents::policy::Policy;

    #[test]
    fn a_page_may_run_the_script_and_what_that_sends_to_and_nothing_more() {
        let statistics = Statistics {
            src: "https://stats.example.org/a.js".to_owned(),
            integrity: "sha256-x".to_owned(),
            connect: "https://api.example.org".to_owned(),
            data: vec![("domain".to_owned(), "a\"b".to_owned())],
        };
        let script = counting_script(Some(&statistics)).unwrap();
        assert_eq!(
            script.html(),
            "<script src=\"https://stats.example.org/a.js\" integrity=\"sha256-x\" \
             crossorigin=\"anonymous\" defer data-domain=\"a&quot;b\"></script>"
        );
        let policy = Policy::page(&[]).with_statistics(Some(&statistics)).to_string();
        assert!(policy.contains("script-src https://stats.example.org/a.js;"), "{policy}");
        assert!(policy.contains("connect-src 'self' https://api.example.org;"), "{policy}");
        assert_eq!(Policy::page(&[]).with_statistics(None), Policy::page(&[]));
    }
}
