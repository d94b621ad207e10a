//! What must hold of the real schema: nothing of it is lost on the way to Rust.

use std::{error::Error, fs, path::Path};

use letta_types_codegen::{GeneratedFile, Generation, SOURCES, Source, generate};
use serde_json::{Map, Value};

type Outcome = Result<(), Box<dyn Error>>;

const BUNDLE: &str = "schema/letta-types.schema.json";
const OPENAPI: &str = "schema/letta-types.openapi.json";

/// The schema as this test reads it: by another parser than the generator's.
struct Schema {
    texts: Vec<(&'static str, String)>,
}

/// A definition and the module that it belongs to.
struct Def {
    module: String,
    name: String,
    json: Value,
}

impl Schema {
    fn read() -> Result<Self, Box<dyn Error>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
        let mut texts = Vec::new();
        for name in SOURCES {
            texts.push((name, fs::read_to_string(folder.join(name))?));
        }
        Ok(Self { texts })
    }

    fn generate(&self) -> Result<Generation, Box<dyn Error>> {
        let sources: Vec<_> = self
            .texts
            .iter()
            .map(|(name, text)| Source { name, text })
            .collect();
        Ok(generate(&sources)?)
    }

    fn operations(&self) -> Result<Vec<Operation>, Box<dyn Error>> {
        let mut operations = Vec::new();
        for (file, text) in &self.texts {
            let json: Value = serde_json::from_str(text)?;
            for (name, json) in json["x-letta-operations"].as_object().into_iter().flatten() {
                operations.push(Operation {
                    module: module(file),
                    name: name.clone(),
                    json: json.clone(),
                });
            }
        }
        Ok(operations)
    }

    fn defs(&self) -> Result<Vec<Def>, Box<dyn Error>> {
        let mut defs = Vec::new();
        for (file, text) in &self.texts {
            let json: Value = serde_json::from_str(text)?;
            // The file of the operations defines no types.
            for (name, json) in json["$defs"].as_object().into_iter().flatten() {
                defs.push(Def {
                    module: module(file),
                    name: name.clone(),
                    json: json.clone(),
                });
            }
        }
        Ok(defs)
    }
}

fn module(file: &str) -> String {
    file.trim_end_matches(".json").replace('-', "_")
}

/// An operation and the module that it belongs to.
struct Operation {
    module: String,
    name: String,
    json: Value,
}

impl Def {
    fn is_object(&self) -> bool {
        self.json["type"] == "object"
    }

    fn is_union(&self) -> bool {
        self.json.get("anyOf").is_some()
    }

    fn is_enum(&self) -> bool {
        self.json.get("enum").is_some()
    }

    fn is_text(&self) -> bool {
        ["x-letta-id", "x-letta-timestamp"]
            .iter()
            .any(|key| self.json.get(key).is_some())
    }

    /// The properties of an object, with whether each is the tag and whether it is required.
    fn properties(&self) -> Result<Vec<Property<'_>>, Box<dyn Error>> {
        if !self.is_object() {
            return Ok(Vec::new());
        }
        let required = self.json["required"].as_array();
        let properties = object(&self.json["properties"])?
            .iter()
            .map(|(key, json)| Property {
                key,
                tag: json["const"].as_str(),
                required: required.is_some_and(|keys| keys.iter().any(|other| other == key)),
            });
        Ok(properties.collect())
    }
}

struct Property<'a> {
    key: &'a str,
    tag: Option<&'a str>,
    required: bool,
}

fn object(json: &Value) -> Result<&Map<String, Value>, Box<dyn Error>> {
    json.as_object()
        .ok_or_else(|| format!("no object: {json}").into())
}

fn file<'a>(generation: &'a Generation, path: &str) -> Result<&'a str, Box<dyn Error>> {
    generation
        .files
        .iter()
        .find(|file| file.path == path)
        .map(|file| file.text.as_str())
        .ok_or_else(|| format!("no file {path}").into())
}

fn rust_files(generation: &Generation) -> impl Iterator<Item = &GeneratedFile> {
    let documents = [BUNDLE, OPENAPI];
    generation
        .files
        .iter()
        .filter(move |file| !documents.contains(&file.path.as_str()))
}

fn types(module: &str) -> String {
    format!("src/generated/{module}.rs")
}

fn wire(module: &str) -> String {
    format!("src/generated/wire/{module}.rs")
}

/// The wire table of a type, from the line with its name to the brace that ends it.
fn table<'a>(text: &'a str, name: &str) -> Result<&'a str, Box<dyn Error>> {
    let start = format!("object! {{\n    {name} {{\n");
    let (_, rest) = text
        .split_once(&start)
        .ok_or_else(|| format!("no table of {name}"))?;
    let (table, _) = rest
        .split_once("\n    }\n")
        .ok_or_else(|| format!("the table of {name} has no end"))?;
    Ok(table)
}

/// The schema folder has no schema file that the compiler doesn't know.
#[test]
fn every_schema_file_is_read() -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // What explains the schema to people and to the audit is no part of it.
        if !["README.md", "explained.toml"].contains(&name.as_str()) {
            found.push(name);
        }
    }
    let mut known = SOURCES.map(str::to_owned);
    found.sort();
    known.sort();
    assert_eq!(found, known);
    Ok(())
}

#[test]
fn as_many_types_come_out_as_definitions_go_in() -> Outcome {
    let schema = Schema::read()?;
    let defs = schema.defs()?;
    let counts = schema.generate()?.counts;
    let count = |is: fn(&Def) -> bool| defs.iter().filter(|def| is(def)).count();
    assert_eq!(counts.objects, count(Def::is_object));
    assert_eq!(counts.unions, count(Def::is_union));
    assert_eq!(counts.enums, count(Def::is_enum));
    assert_eq!(counts.texts, count(Def::is_text));
    let all = counts.objects + counts.unions + counts.enums + counts.texts;
    assert_eq!(all, defs.len(), "a definition of no kind, or of two");
    let mut fields = 0;
    for def in &defs {
        let properties = def.properties()?;
        fields += properties.iter().filter(|own| own.tag.is_none()).count();
    }
    assert_eq!(counts.fields, fields);
    Ok(())
}

#[test]
fn every_definition_becomes_a_type_of_its_module() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    for def in schema.defs()? {
        let text = file(&generation, &types(&def.module))?;
        let keyword = if def.is_union() || def.is_enum() {
            "enum"
        } else {
            "struct"
        };
        let found = text.lines().any(|line| {
            line.strip_prefix(&format!("pub {keyword} {}", def.name))
                .is_some_and(|rest| rest.starts_with([' ', '(']))
        });
        assert!(found, "no {keyword} {} in {}", def.name, def.module);
    }
    Ok(())
}

#[test]
fn every_type_is_exported_from_the_root() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    let root = file(&generation, "src/generated/mod.rs")?;
    for def in schema.defs()? {
        let exported = root
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|word| word == def.name);
        assert!(exported, "{} isn't exported", def.name);
    }
    Ok(())
}

#[test]
fn every_property_is_in_the_wire_table_of_its_type() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    for def in schema.defs()? {
        let properties = def.properties()?;
        if properties.is_empty() {
            continue;
        }
        let table = table(file(&generation, &wire(&def.module))?, &def.name)?;
        for Property { key, tag, required } in &properties {
            let found = table.lines().any(|line| match tag {
                Some(tag) => line.contains(&format!("@tag {key:?} = {tag:?}")),
                None if *required => line.ends_with(&format!(" = {key:?} required;")),
                None => line.ends_with(&format!(" = {key:?} optional;")),
            });
            assert!(
                found,
                "`{key}` isn't in the table of {}:\n{table}",
                def.name
            );
        }
        assert_eq!(table.lines().count(), properties.len(), "{}", def.name);
    }
    Ok(())
}

/// The order in the documents is the order on the wire. The test's own parser sorts keys, so this reads the
/// schema's text: the properties of an object stand on lines indented alike.
#[test]
fn properties_keep_their_order() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    for def in schema.defs()?.iter().filter(|def| def.is_object()) {
        let table = table(file(&generation, &wire(&def.module))?, &def.name)?;
        let keys: Vec<_> = table.lines().filter_map(key_of_line).collect();
        assert_eq!(keys, keys_in_text(&schema, &def.name), "{}", def.name);
    }
    Ok(())
}

/// The key that a line of a wire table is about.
fn key_of_line(line: &str) -> Option<&str> {
    let quoted = match line.trim_start().strip_prefix("@tag ") {
        Some(tag) => tag,
        None => line.rsplit_once(" = ")?.1,
    };
    quoted.split('"').nth(1)
}

/// The keys of an object's properties as the text of its file orders them.
fn keys_in_text<'a>(schema: &'a Schema, name: &str) -> Vec<&'a str> {
    let start = format!("\n    \"{name}\": {{\n");
    schema
        .texts
        .iter()
        .find_map(|(_, text)| text.split_once(&start))
        .and_then(|(_, def)| def.split_once("\n      \"properties\": {\n"))
        .map(|(_, properties)| properties.lines().take_while(|line| *line != "      }"))
        .into_iter()
        .flatten()
        .filter_map(|line| line.strip_prefix("        \"")?.split_once('"'))
        .map(|(key, _)| key)
        .collect()
}

#[test]
fn every_enum_value_is_in_the_wire_table() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    for def in schema.defs()?.iter().filter(|def| def.is_enum()) {
        let text = file(&generation, &wire(&def.module))?;
        let (_, rest) = text
            .split_once(&format!("open_enum! {{\n    {} {{\n", def.name))
            .ok_or_else(|| format!("no table of {}", def.name))?;
        let lines: Vec<_> = rest.lines().take_while(|line| *line != "    }").collect();
        let values = def.json["enum"].as_array().ok_or("values")?;
        assert_eq!(lines.len(), values.len(), "{}", def.name);
        for (line, value) in lines.iter().zip(values) {
            assert!(line.ends_with(&format!(" = {value},")), "{line}: {value}");
        }
    }
    Ok(())
}

#[test]
fn every_arm_becomes_a_variant() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    for def in schema.defs()?.iter().filter(|def| def.is_union()) {
        let text = file(&generation, &types(&def.module))?;
        let (_, rest) = text
            .split_once(&format!("pub enum {} {{\n", def.name))
            .ok_or_else(|| format!("no enum {}", def.name))?;
        let (body, _) = rest.split_once("\n}\n").ok_or("no end")?;
        let mut variants: Vec<_> = body
            .lines()
            .filter_map(|line| line.strip_prefix("    ")?.split_once('('))
            .map(|(variant, _)| variant)
            .filter(|variant| variant.chars().all(char::is_alphanumeric))
            .collect();
        let arms = def.json["anyOf"].as_array().ok_or("arms")?;
        let mut expected: Vec<_> = arms
            .iter()
            .filter_map(|arm| arm["x-letta-variant"].as_str())
            .collect();
        if def.json.get("x-letta-tag").is_some() {
            expected.push("Unknown");
        }
        variants.sort_unstable();
        expected.sort_unstable();
        assert_eq!(variants, expected, "{}", def.name);
    }
    Ok(())
}

#[test]
fn the_same_schema_gives_the_same_bytes() -> Outcome {
    let schema = Schema::read()?;
    assert_eq!(schema.generate()?, schema.generate()?);
    Ok(())
}

#[test]
fn files_are_ordered_and_each_is_written_once() -> Outcome {
    let generation = Schema::read()?.generate()?;
    let paths: Vec<_> = generation.files.iter().map(|file| &file.path).collect();
    let mut ordered = paths.clone();
    ordered.sort();
    ordered.dedup();
    assert_eq!(paths, ordered);
    Ok(())
}

#[test]
fn bundled_schema_holds_every_definition_as_it_was_written() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    let bundle: Value = serde_json::from_str(file(&generation, BUNDLE)?)?;
    let bundled = object(&bundle["$defs"])?;
    let defs = schema.defs()?;
    assert_eq!(bundled.len(), defs.len());
    for def in &defs {
        let own = bundled.get(&def.name).ok_or_else(|| def.name.clone())?;
        assert_eq!(*own, within(&def.json), "{}", def.name);
    }
    Ok(())
}

/// The same with references that name no file.
fn within(json: &Value) -> Value {
    match json {
        Value::Array(elements) => elements.iter().map(within).collect(),
        Value::Object(entries) => entries
            .iter()
            .map(
                |(key, value)| match value.as_str().and_then(|text| text.split_once('#')) {
                    Some((_, pointer)) if key == "$ref" => {
                        (key.clone(), format!("#{pointer}").into())
                    }
                    _ => (key.clone(), within(value)),
                },
            )
            .collect(),
        other => other.clone(),
    }
}

#[test]
fn bundled_schema_has_no_dangling_reference() -> Outcome {
    let generation = Schema::read()?.generate()?;
    let bundle: Value = serde_json::from_str(file(&generation, BUNDLE)?)?;
    let mut references = Vec::new();
    collect_references(&bundle, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let target = reference
            .strip_prefix('#')
            .and_then(|pointer| bundle.pointer(pointer));
        assert!(target.is_some(), "{reference} leads nowhere");
    }
    Ok(())
}

fn collect_references<'a>(json: &'a Value, into: &mut Vec<&'a str>) {
    match json {
        Value::Array(elements) => {
            for element in elements {
                collect_references(element, into);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                match value.as_str() {
                    Some(reference) if key == "$ref" => into.push(reference),
                    _ => collect_references(value, into),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_operation_becomes_a_struct_with_its_parameters_and_a_table() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    let operations = schema.operations()?;
    assert_eq!(operations.len(), 10);
    assert_eq!(generation.counts.operations, 10);
    for Operation { module, name, json } in &operations {
        let text = file(&generation, &types(module))?;
        let (_, rest) = text
            .split_once(&format!("pub struct {name} {{\n"))
            .ok_or_else(|| format!("no struct {name}"))?;
        let (body, _) = rest.split_once("\n}\n").ok_or("no end")?;
        let fields: Vec<_> = body
            .lines()
            .filter_map(|line| line.strip_prefix("    pub ")?.split_once(':'))
            .map(|(field, _)| field.to_owned())
            .collect();
        let table = file(&generation, &wire(module))?;
        let (_, rest) = table
            .split_once(&format!("operation! {{\n    {name}: "))
            .ok_or_else(|| format!("no table of {name}"))?;
        let (table, _) = rest.split_once("\n    }\n").ok_or("no end")?;
        let method = json["method"].as_str().ok_or("method")?.to_uppercase();
        let path = json["path"].as_str().ok_or("path")?;
        assert!(table.contains(&format!("{method} {path:?};")), "{table}");

        let mut expected = Vec::new();
        for parameter in json["parameters"].as_array().into_iter().flatten() {
            let key = parameter["name"].as_str().ok_or("name")?;
            expected.push(key.to_lowercase().replace('-', "_"));
            let place = parameter["in"].as_str().ok_or("in")?;
            // The names of headers have no case, and HTTP/2 sends them so.
            let sent = if place == "header" {
                key.to_lowercase()
            } else {
                key.to_owned()
            };
            let found = table.lines().any(|line| {
                line.trim_start().starts_with(&format!("{place} "))
                    && line.ends_with(&format!(" = {sent:?};"))
            });
            assert!(found, "`{key}` isn't in the table of {name}:\n{table}");
        }
        if json.get("requestBody").is_some() {
            expected.push("body".to_owned());
        }
        assert_eq!(fields, expected, "{name}");
    }
    Ok(())
}

#[test]
fn openapi_has_every_operation_and_every_definition() -> Outcome {
    let schema = Schema::read()?;
    let generation = schema.generate()?;
    let document: Value = serde_json::from_str(file(&generation, OPENAPI)?)?;
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let defs = schema.defs()?;
    let schemas = object(&document["components"]["schemas"])?;
    assert_eq!(schemas.len(), defs.len());
    let mut count = 0;
    for Operation { name, json, .. } in schema.operations()? {
        let path = json["path"].as_str().ok_or("path")?;
        let method = json["method"].as_str().ok_or("method")?;
        let own = &document["paths"][path][method];
        assert_eq!(
            own["operationId"].as_str().map(str::len),
            Some(name.len() + name[1..].matches(char::is_uppercase).count())
        );
        let parameters = json["parameters"].as_array().map_or(0, Vec::len);
        assert_eq!(own["parameters"].as_array().map_or(0, Vec::len), parameters);
        let body = &own["requestBody"]["content"]["application/json"]["schema"];
        assert_eq!(
            body.is_object(),
            json.get("requestBody").is_some(),
            "{name}"
        );
        for status in ["200", "default"] {
            let schema = &own["responses"][status]["content"]["application/json"]["schema"];
            assert!(schema.is_object(), "{name}: {status}");
        }
        count += 1;
    }
    let paths = object(&document["paths"])?.values();
    let methods = paths.map(|path| path.as_object().map_or(0, Map::len));
    assert_eq!(methods.sum::<usize>(), count);

    let mut references = Vec::new();
    collect_references(&document, &mut references);
    for reference in references {
        let target = reference
            .strip_prefix('#')
            .and_then(|pointer| document.pointer(pointer));
        assert!(target.is_some(), "{reference} leads nowhere");
    }
    Ok(())
}

/// Wire tables are written as text, which nothing on the way has parsed.
#[test]
fn every_rust_file_parses() -> Outcome {
    let generation = Schema::read()?.generate()?;
    let mut parsed = 0;
    for file in rust_files(&generation) {
        syn::parse_file(&file.text).map_err(|error| format!("{}: {error}", file.path))?;
        parsed += 1;
    }
    // Types and wire tables of each module, and the three files of the tree.
    assert!(parsed >= 2 * SOURCES.len() + 3, "only {parsed} files");
    Ok(())
}

#[test]
fn every_rust_file_says_where_it_comes_from() -> Outcome {
    let generation = Schema::read()?.generate()?;
    for file in rust_files(&generation) {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("// @generated from schema/"), "{first}");
    }
    Ok(())
}
