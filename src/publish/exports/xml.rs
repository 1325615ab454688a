//! The one writer of XML. Elements always end, and text is only ever text.

/// An XML file in the making.
pub(super) struct Xml(String);

/// Name and value of an attribute.
pub(super) type Attribute<'a> = (&'static str, &'a str);

impl Xml {
    /// A file with one element that `fill` fills.
    pub(super) fn file(
        tag: &'static str,
        attributes: &[Attribute<'_>],
        fill: impl FnOnce(&mut Self),
    ) -> Vec<u8> {
        let mut xml = Self("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned());
        xml.element(tag, attributes, |xml| {
            xml.0.push('\n');
            fill(xml);
        });
        xml.0.into_bytes()
    }

    /// An element that `fill` fills.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[Attribute<'_>],
        fill: impl FnOnce(&mut Self),
    ) {
        self.start(tag, attributes);
        self.0.push('>');
        fill(self);
        self.0 += "</";
        self.0 += tag;
        self.0 += ">\n";
    }

    /// An element with a text.
    pub(super) fn text(&mut self, tag: &'static str, text: &str) {
        self.element(tag, &[], |xml| xml.0 += &escaped(text));
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.start(tag, attributes);
        self.0 += "/>\n";
    }

    fn start(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.0.push('<');
        self.0 += tag;
        for (name, value) in attributes {
            self.0.push(' ');
            self.0 += name;
            self.0 += "=\"";
            self.0 += &escaped(value);
            self.0.push('"');
        }
    }
}

/// Text as the text of an element, or as the value of a quoted attribute. What no XML file may hold
/// is left out; line breaks and tabs survive both places.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\t' => escaped += "&#9;",
            '\n' => escaped += "&#10;",
            '\r' => escaped += "&#13;",
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a reader of XML makes of a text; `None` when it must refuse it.
    fn read(written: &str) -> Option<String> {
        let mut text = String::new();
        let mut rest = written;
        while let Some(c) = rest.chars().next() {
            let (read, length) = match c {
                '&' => {
                    let end = rest.find(';')?;
                    let name = rest.get(1..end)?;
                    let read = match name {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        _ => char::from_u32(name.strip_prefix('#')?.parse().ok()?)?,
                    };
                    (read, end + 1)
                }
                // Marks, and what a reader makes a space or a line break of.
                '<' | '"' | '\t' | '\n' | '\r' => return None,
                c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => return None,
                c => (c, c.len_utf8()),
            };
            text.push(read);
            rest = rest.get(length..)?;
        }
        Some(text)
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_is_read(
            text in proptest::collection::vec(
                prop_oneof![any::<char>(), proptest::sample::select(vec!['<', '&', '"', '\'', ']', '>', '\r', '\n', '\t', '\0', '\u{ffff}'])],
                0..40,
            ),
        ) {
            let may_stand = |c: &char| *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\t' | '\n' | '\r');
            let expected: String = text.iter().filter(|c| may_stand(c)).collect();
            let text: String = text.into_iter().collect();
            prop_assert_eq!(read(&escaped(&text)), Some(expected));
        }
    }

    #[test]
    fn elements_end_in_order() {
        let file = Xml::file("a", &[("x", "1 < \"2\"")], |xml| {
            xml.element("b", &[], |xml| xml.text("c", "]]> & more"));
            xml.empty("d", &[]);
        });
        let expected = concat!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
            "<a x=\"1 &lt; &quot;2&quot;\">\n",
            "<b><c>]]&gt; &amp; more</c>\n</b>\n<d/>\n</a>\n",
        );
        assert_eq!(String::from_utf8(file).unwrap(), expected);
    }
}
