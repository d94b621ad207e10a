//! The tables within Markdown pages: what is between a pair of markers is written by the task.

use crate::{files, root};

const PAGE: &str = "BENCHMARKS.md";

/// Puts a text between the markers `<!-- name -->` and `<!-- /name -->` of BENCHMARKS.md.
pub(super) fn put(name: &str, text: &str) -> Result<(), String> {
    put_in(PAGE, name, text)
}

/// The same in another page, by its path in the repository.
pub(super) fn put_in(page: &str, name: &str, text: &str) -> Result<(), String> {
    let root = root();
    let old = files::read(&root, page, "restore the page")?;
    let new = between(&old, name, text)
        .ok_or_else(|| format!("{page}: no markers\n  remedy: add `<!-- {name} -->` and `<!-- /{name} -->`, a line each"))?;
    files::write(&root, page, &new)
}

fn between(page: &str, name: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(&format!("<!-- {name} -->\n"))?;
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->\n"))?;
    let text = text.trim_end();
    Some(format!(
        "{before}<!-- {name} -->\n{text}\n<!-- /{name} -->\n{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn only_what_is_between_the_markers_changes() {
        let page = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
        let new = between(page, "x", "new\n\n").expect("the markers are there");
        assert_eq!(new, "a\n<!-- x -->\nnew\n<!-- /x -->\nb\n");
        assert_eq!(between(page, "y", "new"), None);
    }
}
