//! The page as it is served: with the script that reloads it, and a policy that allows the script.

/// The path of the script.
pub(super) const SCRIPT_PATH: &str = "/.hallway/reload.js";

/// Adds the script to a page. The file on disk stays as it is.
pub(super) fn with_reload(html: &str) -> String {
    let html = with_policy(html);
    let script = format!("<script src=\"{SCRIPT_PATH}\"></script>");
    match html.rfind("</body>") {
        Some(at) => {
            let (before, after) = html.split_at(at);
            [before, &script, after].concat()
        }
        None => html + &script,
    }
}

/// The page with a policy that allows scripts of the server, and requests to it.
fn with_policy(html: &str) -> String {
    const MARK: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let Some(start) = html.find(MARK).map(|at| at + MARK.len()) else {
        return html.to_owned();
    };
    let (before, rest) = html.split_at(start);
    let Some((policy, after)) = rest.split_once('"') else {
        return html.to_owned();
    };
    let policy = allowing_self(&allowing_self(policy, "script-src"), "connect-src");
    [before, &policy, "\"", after].concat()
}

/// A policy whose `directive` also allows the same server.
fn allowing_self(policy: &str, directive: &str) -> String {
    let is_it = |part: &str| part.split_whitespace().next() == Some(directive);
    if !policy.split(';').any(is_it) {
        return format!("{}; {directive} 'self'", policy.trim_end_matches([';', ' ']));
    }
    let parts = policy.split(';').map(|part| {
        let has_self = part.split_whitespace().any(|word| word == "'self'");
        if !is_it(part) || has_self {
            return part.to_owned();
        }
        // Next to another source, 'none' has no effect.
        format!("{} 'self'", part.replace(" 'none'", ""))
    });
    parts.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_the_script_and_keeps_the_rest() {
        for (policy, allowed) in [
            ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
            (
                "script-src 'sha256-a'; connect-src 'self'",
                "script-src 'sha256-a' 'self'; connect-src 'self'",
            ),
            ("script-src 'none'; connect-src 'none'", "script-src 'self'; connect-src 'self'"),
        ] {
            let page = |policy: &str, script: &str| {
                format!(
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><body>a{script}</body>"
                )
            };
            let script = "<script src=\"/.hallway/reload.js\"></script>";
            assert_eq!(with_reload(&page(policy, "")), page(allowed, script));
        }
    }
}
