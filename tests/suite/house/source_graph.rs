//! Which source file uses which: `use` trees and paths, followed through re-exports to the file that
//! defines the name.

use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};

/// A path from the root of the crate, e.g. `["query", "Index"]`.
type Path = Vec<String>;

/// The uses between the files of a crate. A file is named by its path below `src`.
pub(crate) struct SourceGraph {
    /// For each file, the other files that define what it names, and whether only tests name it.
    pub(crate) uses: BTreeMap<String, BTreeMap<String, Use>>,
}

/// How one file uses another.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Use {
    /// Outside of tests.
    Code,
    /// Only in a module of tests.
    Test,
}

impl SourceGraph {
    /// Reads `sources`: for each file below `src`, its text.
    pub(crate) fn new(sources: &BTreeMap<String, String>) -> Self {
        let all: BTreeSet<Path> = sources.keys().map(|file| module_of(file)).collect();
        let mut modules = BTreeMap::new();
        for (file, text) in sources {
            let module = module_of(file);
            let is_child =
                |path: &&Path| path.len() == module.len() + 1 && path.starts_with(&module);
            let children = all.iter().filter(is_child).filter_map(|path| path.last().cloned());
            let mut reader = Reader {
                children: children.collect(),
                module: module.clone(),
                ..Reader::default()
            };
            let parsed = syn::parse_file(text).map_err(|error| format!("{file}: {error}"));
            reader.visit_file(&parsed.unwrap());
            modules.insert(module, Module { file: file.clone(), reader });
        }
        let uses = modules.values().map(|module| {
            let mut found: BTreeMap<String, Use> = BTreeMap::new();
            for (path, kind) in module.reader.used_paths() {
                let Some(file) = definition(&modules, &path, &mut BTreeSet::new()) else {
                    continue;
                };
                if file != module.file {
                    let known = found.entry(file).or_insert(kind);
                    *known = kind.min(*known);
                }
            }
            (module.file.clone(), found)
        });
        Self { uses: uses.collect() }
    }

    /// The groups of two or more files that reach each other, outside of tests. Sorted.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            self.uses.keys().map(|file| (file.as_str(), self.reachable(file))).collect();
        let mut circles = BTreeSet::new();
        for (file, reached) in &reach {
            let back = reached.iter().filter(|other| reach[*other].contains(file));
            let circle: Vec<&str> = back.copied().collect();
            circles.extend((circle.len() > 1).then_some(circle));
        }
        circles.into_iter().collect()
    }

    /// A circle, and the uses that cause it.
    pub(crate) fn shown(&self, circle: &[&str]) -> String {
        let mut shown = circle.join(" ");
        for file in circle {
            for (other, kind) in &self.uses[*file] {
                if *kind == Use::Code && circle.contains(&other.as_str()) {
                    shown.extend(["\n    ", file, " uses ", other]);
                }
            }
        }
        shown
    }

    /// The files that a file uses, directly or through others.
    fn reachable<'a>(&'a self, file: &'a str) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![file];
        while let Some(file) = open.pop() {
            let used = self.uses[file].iter().filter(|(_, kind)| **kind == Use::Code);
            open.extend(used.map(|(file, _)| file.as_str()).filter(|file| reached.insert(*file)));
        }
        reached
    }
}

struct Module {
    file: String,
    reader: Reader,
}

/// The module that a file is: `query/mod.rs` and `query.rs` are `query`, `lib.rs` is the root.
fn module_of(file: &str) -> Path {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { Path::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// The file that defines what `path` names; `None` if it is not of this crate.
fn definition(
    modules: &BTreeMap<Path, Module>,
    path: &[String],
    seen: &mut BTreeSet<Path>,
) -> Option<String> {
    if !seen.insert(path.to_vec()) {
        return None;
    }
    // The longest beginning of the path that is a module, and the name after it.
    let length = (0..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
    let module = &modules[&path[..length]];
    let Some(name) = path.get(length) else { return Some(module.file.clone()) };
    let rest = &path[length + 1..];
    let named = module.reader.bindings.get(name).map(|target| [target, rest].concat());
    let named = named.and_then(|target| definition(modules, &target, seen));
    let globs = || {
        module.reader.globs.iter().find_map(|glob| {
            let target = [glob.as_slice(), &path[length..]].concat();
            let reader = &modules.get(glob)?.reader;
            let is_defined = reader.names.contains(name) || reader.bindings.contains_key(name);
            is_defined.then(|| definition(modules, &target, seen))?
        })
    };
    let is_here = length > 0 || module.reader.names.contains(name);
    named.or_else(globs).or_else(|| is_here.then(|| module.file.clone()))
}

/// Collects what one file names.
#[derive(Default)]
struct Reader {
    module: Path,
    /// The modules below it that are files.
    children: BTreeSet<String>,
    /// Inline modules around what is read.
    inline: Path,
    is_test: bool,
    /// What `use` declarations bind: the name, and what it stands for.
    bindings: BTreeMap<String, Path>,
    /// Modules of which everything is imported.
    globs: Vec<Path>,
    /// What the file itself defines.
    names: BTreeSet<String>,
    /// Paths of `use` declarations that nobody else sees.
    imports: Vec<(Path, Use)>,
    /// Paths in code, as written.
    paths: BTreeSet<(Path, Use, Path)>,
}

impl Reader {
    /// What the file names, from the root of the crate. A re-export counts only when the file itself
    /// names it too.
    fn used_paths(&self) -> Vec<(Path, Use)> {
        let mut used = self.imports.clone();
        for (path, kind, inline) in &self.paths {
            let bound = self.bindings.get(&path[0]).map(|target| [target, &path[1..]].concat());
            let target = bound.or_else(|| self.absolute(path, inline));
            used.extend(target.map(|target| (target, *kind)));
        }
        used
    }

    /// A path from the root of the crate. `None` when it is not of this crate, or a name of the file itself.
    fn absolute(&self, path: &[String], inline: &[String]) -> Option<Path> {
        let mut here = [self.module.as_slice(), inline].concat();
        let mut rest = path;
        match rest.first()?.as_str() {
            "crate" | "hallway" => return Some(rest[1..].to_vec()),
            "self" => rest = &rest[1..],
            "super" => {}
            child if self.children.contains(child) => here.clone_from(&self.module),
            _ => return None,
        }
        while rest.first().is_some_and(|part| part == "super") {
            here.pop();
            rest = &rest[1..];
        }
        here.extend(rest.iter().cloned());
        Some(here)
    }

    fn kind(&self) -> Use {
        if self.is_test { Use::Test } else { Use::Code }
    }

    fn read_use(&mut self, tree: &syn::UseTree, before: &[String], is_public: bool) {
        let mut path = before.to_vec();
        let mut end = |reader: &mut Self, name: &syn::Ident, bound: &syn::Ident| {
            if name != "self" {
                path.push(name.to_string());
            }
            let Some(target) = reader.absolute(&path, &reader.inline) else { return };
            if reader.inline.is_empty() {
                let bound = if bound == "self" { path.last().cloned() } else { None }
                    .unwrap_or_else(|| bound.to_string());
                reader.bindings.insert(bound, target.clone());
            }
            if !is_public {
                let kind = reader.kind();
                reader.imports.push((target, kind));
            }
        };
        match tree {
            syn::UseTree::Path(it) => {
                path.push(it.ident.to_string());
                self.read_use(&it.tree, &path, is_public);
            }
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.read_use(tree, before, is_public));
            }
            syn::UseTree::Name(it) => end(self, &it.ident, &it.ident),
            syn::UseTree::Rename(it) => end(self, &it.ident, &it.rename),
            syn::UseTree::Glob(_) => {
                if let Some(target) = self.absolute(&path, &self.inline) {
                    self.globs.extend(is_public.then(|| target.clone()));
                    let kind = self.kind();
                    self.imports.extend((!is_public).then_some((target, kind)));
                }
            }
        }
    }

    fn add_path(&mut self, path: Path) {
        let kind = self.kind();
        self.paths.insert((path, kind, self.inline.clone()));
    }
}

impl<'ast> Visit<'ast> for Reader {
    #[expect(clippy::wildcard_enum_match_arm, reason = "other items have no name that can be used")]
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let name = match item {
            syn::Item::Const(it) => Some(&it.ident),
            syn::Item::Enum(it) => Some(&it.ident),
            syn::Item::Fn(it) => Some(&it.sig.ident),
            syn::Item::Static(it) => Some(&it.ident),
            syn::Item::Struct(it) => Some(&it.ident),
            syn::Item::Trait(it) => Some(&it.ident),
            syn::Item::Type(it) => Some(&it.ident),
            _ => None,
        };
        self.names.extend(name.filter(|_| self.inline.is_empty()).map(ToString::to_string));
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let was_test = self.is_test;
        self.is_test |= item.attrs.iter().any(|attribute| {
            matches!(&attribute.meta, syn::Meta::List(it)
                if it.path.is_ident("cfg") && it.tokens.to_string() == "test")
        });
        if item.content.is_some() {
            self.inline.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.inline.pop();
        }
        self.is_test = was_test;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let is_public = !matches!(item.vis, syn::Visibility::Inherited);
        self.read_use(&item.tree, &[], is_public);
    }

    /// `pub(super)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add_path(path.segments.iter().map(|part| part.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    /// The arguments of a macro are not parsed; the paths in them are read token by token.
    fn visit_macro(&mut self, it: &'ast syn::Macro) {
        let tokens = it.tokens.to_string();
        let mut path = Path::new();
        let mut is_open = false;
        for token in tokens.split(|c: char| c.is_whitespace() || "(){}[],;&*.!".contains(c)) {
            let is_name =
                token.chars().all(|c| c.is_alphanumeric() || c == '_') && !token.is_empty();
            if is_name {
                if !is_open && !path.is_empty() {
                    self.add_path(std::mem::take(&mut path));
                }
                path.push(token.to_owned());
            } else if token != "::" && !path.is_empty() {
                self.add_path(std::mem::take(&mut path));
            }
            is_open = token == "::";
        }
        if !path.is_empty() {
            self.add_path(path);
        }
        visit::visit_macro(self, it);
    }
}
