//! Writes nodes as HTML.

use crate::ui::dom::{
    Child, Node,
    element::{Attribute, CONTENT, Parts, Setting, Value},
};

/// Void elements, which have no content and no end tag.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "meta"];

/// `part` as HTML.
pub(super) fn html(part: impl Child) -> String {
    let mut html = String::new();
    write(part.into_node(), &mut html);
    html
}

/// Appends `node` to `html`.
fn write(node: Node, html: &mut String) {
    match node {
        Node::Text(text) => push(&text, html),
        Node::Element(element) => write_element(*element.0, html),
        Node::Many(nodes) => nodes.into_iter().for_each(|node| write(node, html)),
        Node::Live(mut make) => write(make(), html),
        Node::Keyed(mut items) => {
            for item in items() {
                write((item.draw)(), html);
            }
        }
    }
}

fn write_element(element: Parts, html: &mut String) {
    let Parts { tag, is_svg: _, attributes, children } = element;
    *html += "<";
    *html += tag;
    let mut classes = String::new();
    let mut content = String::new();
    for Attribute { name, value } in attributes {
        match value {
            Value::Fixed(text) if name == "class" => classes.insert_str(0, &text),
            Value::Fixed(text) => write_attribute(name, &text, html),
            Value::Live(mut value) => match value() {
                Setting::Attribute(Some(text)) => write_attribute(name, &text, html),
                Setting::Class(true) => classes = classes + " " + name,
                Setting::Text(text) if name == CONTENT => content = text,
                Setting::Attribute(None)
                | Setting::Class(false)
                | Setting::Text(_)
                | Setting::Checked(_) => {}
            },
            Value::Handler(_) => {}
        }
    }
    if !classes.is_empty() {
        write_attribute("class", classes.trim(), html);
    }
    *html += ">";
    if !VOID.contains(&tag) {
        push(&content, html);
        for child in children {
            write(child, html);
            // White space is invisible in an SVG, but it keeps text browsers from joining words.
            if tag == "g" {
                *html += " ";
            }
        }
        *html += "</";
        *html += tag;
        *html += ">";
    }
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    *html += " ";
    *html += name;
    if !value.is_empty() {
        *html += "=\"";
        push(value, html);
        *html += "\"";
    }
}

/// Appends a text to `html`. Most texts need no escaping.
fn push(text: &str, html: &mut String) {
    if text.contains(['&', '<', '>', '"']) {
        *html += &escaped(text);
    } else {
        *html += text;
    }
}

/// Text as HTML text, or as the value of a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::dom::{Item, el, keyed, live, many, nothing, svg};

    #[track_caller]
    fn check(node: impl Child, expected: &str) {
        assert_eq!(html(node), expected);
    }

    #[test]
    fn text_is_never_read_as_html() {
        check("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;");
        check(el("p").attr("title", "\"><script>"), "<p title=\"&quot;&gt;&lt;script&gt;\"></p>");
    }

    #[test]
    fn what_changes_is_written_as_it_is_now() {
        check(el("p").live_text(|| "<now>".to_owned()), "<p>&lt;now&gt;</p>");
        check(live(|| el("b").child("now")), "<b>now</b>");
        check(keyed(|| vec![Item::new("a".to_owned(), || "a".into_node())]), "a");
        check(el("p").live_attr("id", || None).live_flag("hidden", || true), "<p hidden></p>");
    }

    #[test]
    fn classes_that_come_and_go_join_those_that_stay() {
        let element = || el("p").class_when("is-on", || true).class_when("is-off", || false);
        check(element().class("big"), "<p class=\"big is-on\"></p>");
        check(element(), "<p class=\"is-on\"></p>");
    }

    #[test]
    fn words_of_a_picture_stand_apart() {
        let parts = ["2018", "2019"].map(|year| svg("text").child(year));
        check(svg("g").children(parts), "<g><text>2018</text> <text>2019</text> </g>");
    }

    #[test]
    fn some_elements_have_no_end() {
        check(el("input").attr("type", "search").on_click(|| ()), "<input type=\"search\">");
        check(many([nothing(), el("br").into_node()]), "<br>");
    }
}
