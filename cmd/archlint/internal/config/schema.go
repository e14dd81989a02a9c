package config

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/archlint/archlint/rules"
)

// SchemaURL is where the schema for editors is published.
const SchemaURL = "https://raw.githubusercontent.com/archlint/archlint/main/cmd/archlint/internal/config/schema.json"

// A node is a part of a JSON Schema.
type node = map[string]any

// A schema is made of the keys and the rules.
type schema struct{ rules []*rules.Rule }

// Schema is the JSON Schema (draft 2020-12) of configuration files. It takes what the reader takes, but that it wants IDs,
// names and levels in the case that they are listed in, so that editors can complete them.
func Schema(all []*rules.Rule) []byte {
	s := &schema{rules: all}
	top := s.object(topKeys())
	top["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	top["$id"] = SchemaURL
	top["title"] = "Configuration of archlint"
	top["description"] = "Holds for the directory of the file and all below, up to a nearer " + Names[0] + "."
	top["type"] = []string{"object", "null"}
	top["$defs"] = node{"levels": s.perRule(asLevel), "ignorable": s.perRule(asTruth)}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	// The error is about values that JSON has no form for, of which there are none.
	_ = e.Encode(top)
	return out.Bytes()
}

// object is the schema of a mapping with some of the keys.
func (s *schema) object(legal []key) node {
	properties := node{}
	for _, k := range legal {
		one := k.schema(s)
		one["markdownDescription"], one["description"] = k.about, k.about
		properties[k.name] = one
	}
	return node{"type": "object", "additionalProperties": false, "properties": properties}
}

// text is the schema of a text that is not empty.
var text = node{"type": "string", "pattern": `\S`}

// texts is the schema of a list of texts, of one alone, or of nothing.
func (*schema) texts() node {
	return node{"anyOf": []node{text, {"type": "array", "items": text}, {"type": "null"}}}
}

// someTexts is the schema of texts of which there is one at least.
func (*schema) someTexts() node {
	return node{"anyOf": []node{text, {"type": "array", "items": text, "minItems": 1}}}
}

// perRule is the schema of a mapping from rules to something.
func (s *schema) perRule(of func(*rules.Rule) node) node {
	properties := node{}
	for _, r := range s.rules {
		for _, word := range append([]string{r.ID, r.Name}, r.Aliases...) {
			properties[word] = of(r)
		}
	}
	return node{"type": []string{"object", "null"}, "additionalProperties": false, "properties": properties}
}

func asLevel(r *rules.Rule) node {
	usual := r.Level.String()
	if r.Off {
		usual = "off"
	}
	return node{"enum": ruleLevels, "description": fmt.Sprintf("%s %s (%s): %s", r.ID, r.Name, usual, r.Title)}
}

func asTruth(*rules.Rule) node { return node{"type": "boolean"} }

func (*schema) levels() node { return node{"$ref": "#/$defs/levels"} }

func (*schema) ignorable() node {
	return node{"anyOf": []node{{"type": "boolean"}, {"$ref": "#/$defs/ignorable"}}}
}

func (s *schema) parts() node {
	part := s.object(partKeys())
	part["required"] = []string{"match"}
	return node{"type": []string{"array", "null"}, "items": part}
}
