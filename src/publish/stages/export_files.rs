//! The exports of a site, as a stage.

use crate::publish::{
    context::Context,
    exports::ExportOutput,
    stages::{File, Stage},
};

/// The stage that makes them.
pub(in crate::publish) struct ExportFiles<'a>(pub(in crate::publish) &'a Context<'a>);

impl Stage for ExportFiles<'_> {
    type Output = ExportOutput;

    fn name(&self) -> &'static str {
        "writing exports and feeds"
    }

    fn outputs(&self) -> Vec<ExportOutput> {
        self.0.exports.outputs()
    }

    fn may_have(&self, output: &ExportOutput, path: &str) -> bool {
        self.0.exports.may_have(output, path)
    }

    fn make(&self, output: &ExportOutput) -> Vec<File> {
        let earlier = |path: &str| self.0.earlier.file(path);
        self.0.exports.make(output, earlier).into_iter().collect()
    }
}
