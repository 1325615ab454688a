//! A node is a view to Leptos, to be mounted, put into other views and written to HTML.

use super::{
    Node,
    draw::{Kept, Region},
    html::write,
};
use leptos::{
    prelude::{AddAnyAttr, Mountable, Render, RenderHtml, document},
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::types,
        view::{Position, PositionState},
    },
    wasm_bindgen::JsCast as _,
};

/// A node that is drawn.
pub(crate) struct DrawnNode {
    region: Region,
    kept: Kept,
}

impl Render for Node {
    type State = DrawnNode;

    fn build(self) -> DrawnNode {
        let region = Region::new(&document().create_document_fragment(), None);
        let kept = region.draw(self);
        DrawnNode { region, kept }
    }

    fn rebuild(self, drawn: &mut DrawnNode) {
        drawn.kept.clear();
        drawn.region.clear();
        drawn.kept = drawn.region.draw(self);
    }
}

impl Mountable for DrawnNode {
    fn unmount(&mut self) {
        // Into a fragment, since it may be mounted again.
        self.region.move_to(&document().create_document_fragment(), None);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.region.move_to(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.region.parent().and_then(|parent| parent.dyn_into().ok());
        parent.is_some_and(|parent: types::Element| {
            child.try_mount(&parent, Some(&self.region.start))
        })
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attributes: Vec<AnyAttribute>,
    ) {
        write(self, html);
    }

    /// The client draws anew instead of taking over what a static page holds.
    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> DrawnNode {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Node {
    type Output<New: Attribute> = Self;

    fn add_any_attr<New: Attribute>(self, _attribute: New) -> Self {
        self
    }
}
