//! The page that shares a view: every form of embedding, with a preview.

use crate::{
    pages::{
        page_words::language_words,
        parts::frame::{back_link, titled_page},
    },
    ui::dom::{Child as _, Element, Node, el, many},
};

/// Preview widths, in CSS pixels: the narrowest that works, a column of text, a page.
const WIDTHS: [&str; 3] = ["280", "480", "720"];

/// The page, without the parts that its script fills in.
pub(super) fn page() -> Node {
    let phrases = &language_words().embeds;
    let text = |tag, words: &'static str| el(tag).child(words);
    let widths = WIDTHS.map(|width| {
        let is_first = width == "480";
        let radio = el("input").attr("type", "radio").attr("name", "width").attr("value", width);
        let radio = if is_first { radio.attr("checked", "") } else { radio };
        el("label").child(radio).child(" ").child(width).child(" px")
    });
    let preview = el("section")
        .class("share-preview")
        .child(text("h2", phrases.preview))
        .child(options())
        .child(
            el("fieldset")
                .class("share-widths")
                .child(el("legend").class("visually-hidden").child(phrases.width))
                .children(widths),
        )
        .child(
            el("div").class("share-stage").child(
                el("iframe")
                    .attr("id", "share-frame")
                    .attr("sandbox", "allow-scripts")
                    .attr("title", phrases.preview)
                    .attr("width", "480")
                    .attr("height", "480"),
            ),
        );
    let forms = phrases.forms.map(|(name, title, when)| form(name, title, when));
    let lead = many([
        el("p").class("lead").attr("id", "share-words").attr("role", "status"),
        el("p")
            .class("quiet")
            .attr("id", "share-weight")
            .attr("data-words", phrases.weight)
            .attr("hidden", ""),
        el("p")
            .class("quiet")
            .child(phrases.share_lead)
            .child(" ")
            .child(el("a").attr("href", "./embedding.html").child(phrases.all_forms)),
        el("noscript").child(el("p").child(phrases.share_no_script)),
    ]);
    // Its script knows which view that is.
    let back = back_link(phrases.share_back).attr("id", "share-back");
    titled_page("page share", Some(back), phrases.share_title, lead)
        .child(el("div").class("page-body").child(preview).children(forms))
        .into_node()
}

/// The choices for its appearance.
fn options() -> Element {
    let phrases = &language_words().embeds;
    el("form")
        .class("share-options")
        .attr("autocomplete", "off")
        .child(choice("chrome", phrases.chrome, &phrases.chromes, "min"))
        .child(choice("scheme", phrases.scheme, &phrases.schemes, "auto"))
        .child(
            field(phrases.accent).child(
                el("input")
                    .attr("type", "text")
                    .attr("name", "accent")
                    .attr("placeholder", "2438c9")
                    .attr("size", "8")
                    .attr("maxlength", "6")
                    .attr("pattern", "[0-9a-fA-F]{6}"),
            ),
        )
        .child(
            field(phrases.max).child(
                el("input")
                    .attr("type", "number")
                    .attr("name", "max")
                    .attr("min", "1")
                    .attr("max", "9999")
                    .attr("placeholder", "40"),
            ),
        )
        .child(
            el("label")
                .class("share-pin")
                .child(el("input").attr("type", "checkbox").attr("name", "pin"))
                .child(" ")
                .child(phrases.pin),
        )
}

fn field(label: &'static str) -> Element {
    el("label").child(label).child(" ")
}

fn choice(
    name: &'static str,
    label: &'static str,
    options: &[(&'static str, &'static str)],
    usual: &str,
) -> Element {
    let options = options.iter().map(|(value, words)| {
        let option = el("option").attr("value", *value).child(*words);
        if *value == usual { option.attr("selected", "") } else { option }
    });
    field(label).child(el("select").attr("name", name).children(options))
}

/// A form to paste: its text, and a button that copies it.
fn form(name: &'static str, title: &'static str, when: &'static str) -> Element {
    let phrases = &language_words().embeds;
    let picture = (name == "picture")
        .then(|| el("p").child(el("a").attr("download", "view.svg").child(phrases.save)));
    el("section")
        .class("page-section share-form")
        .attr("data-form", name)
        .child(el("h2").child(title))
        .child(el("p").class("quiet").child(when))
        .child(
            el("textarea")
                .attr("readonly", "")
                .attr("rows", "4")
                .attr("spellcheck", "false")
                .attr("aria-label", title),
        )
        .child(
            el("p")
                .class("share-copy")
                .child(
                    el("button")
                        .attr("type", "button")
                        .attr("data-copied", phrases.copied)
                        .child(phrases.copy),
                )
                // Next to the button, because the name of a button must not change while the reader presses it.
                .child(el("span").class("quiet").attr("role", "status")),
        )
        .child(picture)
        .child(el("p").class("share-none").attr("hidden", "").child(phrases.none))
}
