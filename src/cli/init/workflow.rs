//! The workflow that publishes a site. A released command knows its repository, so its workflow uses the action there
//! and builds with the same release. Any other command lets the curator decide where `hallway` comes from.

const WHOLE: &str = include_str!("starter/site.yml");
const BY_ACTION: &str = include_str!("starter/by-action.yml");
const BY_ARCHIVE: &str = include_str!("starter/by-archive.yml");

/// What a command that is not from a release asks of the curator.
const ARCHIVE_FIRST: &str = " Then set the repository variable HALLWAY\n\
                             # (Settings, Secrets and variables, Actions, Variables) to the address of an archive of a release for Linux,\n\
                             # hallway-…-x86_64-unknown-linux-gnu.tar.gz.";

/// The workflow for a data folder, from this command.
pub(super) fn workflow(data: &str) -> String {
    workflow_by(option_env!("HALLWAY_REPOSITORY").filter(|it| !it.is_empty()), data)
}

/// The workflow for a data folder, from a command that a release of `repository` built.
fn workflow_by(repository: Option<&str>, data: &str) -> String {
    let (first, build) = match repository {
        Some(_) => ("", BY_ACTION),
        None => (ARCHIVE_FIRST, BY_ARCHIVE),
    };
    WHOLE
        .replace("{first}", first)
        .replace("{build}\n", build)
        .replace("{repository}", repository.unwrap_or_default())
        .replace("{tag}", concat!("v", env!("CARGO_PKG_VERSION")))
        .replace("{data}", data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use granit_parser::{Event, Parser};

    /// All scalars of a workflow. Panics if it is not valid YAML.
    fn scalars(workflow: &str) -> Vec<String> {
        let mut parser = Parser::new_from_str(workflow);
        let events = std::iter::from_fn(|| parser.next_event()).map(|event| event.unwrap().0);
        let text = |event: Event<'_>| {
            if let Event::Scalar(text, ..) = event { Some(text.into_owned()) } else { None }
        };
        events.filter_map(text).collect()
    }

    #[test]
    fn a_release_builds_with_its_own_action() {
        let workflow = workflow_by(Some("ada/hallway"), "notes");
        let scalars = scalars(&workflow);
        let action = concat!("ada/hallway/.github/actions/hallway@v", env!("CARGO_PKG_VERSION"));
        assert!(scalars.iter().any(|it| it == action), "{workflow}");
        // The action knows each input that the workflow passes.
        let known = include_str!("../../../.github/actions/hallway/action.yml");
        for input in ["data", "out", "site-url"] {
            assert!(known.contains(&format!("\n  {input}:\n")), "{input}");
            assert!(scalars.iter().any(|it| it == input), "{input} in {workflow}");
        }
        assert!(!workflow.contains("HALLWAY"), "{workflow}");
    }

    #[test]
    fn another_command_asks_where_hallway_is() {
        let workflow = workflow_by(None, ".");
        assert!(scalars(&workflow).iter().any(|it| it == "hallway check . --format github"));
        assert!(workflow.contains("repository variable HALLWAY"), "{workflow}");
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        for repository in [Some("ada/hallway"), None] {
            let workflow = workflow_by(repository, "data");
            let plain = workflow.replace("${{", "");
            assert!(!plain.contains('{'), "{workflow}");
        }
    }
}
