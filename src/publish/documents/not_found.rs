//! What is special about the 404 page: hosts show it at any address, so it holds its style and its script.

use super::policy::Policy;
use crate::publish::scripts::script::Script;

/// Shows the search of the page.
pub(super) const SEARCH: &str = include_str!("../scripts/not-found.js");

/// Its style, which cannot know where the style sheets of the site are.
pub(super) const BARE_STYLE: &str = "html{color-scheme:light dark;--ink:#14161d;--quiet:#565b69;--line:#868c9a;--accent:#2438c9;background:#fff;color:var(--ink);\
    font:1.0625rem/1.5 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}\
    body{box-sizing:border-box;max-width:76rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem) 4rem;overflow-wrap:break-word}\
    header,h1{font:600 1.25rem/1.3 'Iowan Old Style',Charter,'Palatino Linotype','Liberation Serif',Georgia,serif}\
    header{padding-bottom:1rem;border-bottom:2px solid var(--ink)}header a{text-decoration:none}\
    h1{margin:2.5rem 0 .75rem;font-size:clamp(1.75rem,1.4rem + 1.6vw,2.5rem);line-height:1.1;letter-spacing:-.015em;text-wrap:balance}\
    p{margin:0}ul{margin:0;padding:0;list-style:none}li{margin:.5rem 0}form{max-width:21rem;margin:2rem 0 1.5rem}form[hidden]{display:none}\
    label{display:block;color:var(--quiet);font-size:.8125rem}\
    input{box-sizing:border-box;width:100%;padding:.5rem 0;border:0;border-bottom:1px solid var(--line);border-radius:0;background:none;color:inherit;font:inherit}\
    input::placeholder{color:var(--quiet);opacity:1}:focus-visible{outline:2px solid var(--accent);outline-offset:3px}\
    a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.18em}a:hover{color:var(--accent)}\
    @media(prefers-color-scheme:dark){html{--ink:#eceef4;--quiet:#a2a8b8;--line:#757c8f;--accent:#a3b1ff;background:#101218}}";

/// The policy of the 404 page.
pub(super) fn not_found_policy(search: &Script) -> Policy {
    Policy::bare(BARE_STYLE).or(Policy::page([search]))
}
