//! The tables within Markdown pages: what is between a pair of markers is written by the task.

use std::{error::Error, fs};

use crate::root;

const PAGE: &str = "BENCHMARKS.md";

/// Puts a text between the markers `<!-- name -->` and `<!-- /name -->` of BENCHMARKS.md.
pub(super) fn put(name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    put_in(PAGE, name, text)
}

/// The same in another page, by its path in the repository.
pub(super) fn put_in(page: &str, name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let path = root().join(page);
    let old = fs::read_to_string(&path).map_err(|error| format!("{page}: {error}"))?;
    let new = between(&old, name, text)
        .ok_or_else(|| format!("{page}: no markers\n  remedy: add `<!-- {name} -->` and `<!-- /{name} -->`, a line each"))?;
    fs::write(path, new)?;
    Ok(())
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
