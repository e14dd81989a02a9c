package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// licences tell the licences that what is linked may have, by sentences of their texts. None of them asks for more of those who
// pass the program on than to name it.
var licences = []struct {
	name      string
	sentences []string
}{
	{"Apache-2.0", []string{"Apache License", "Version 2.0"}},
	{"MPL-2.0", []string{"Mozilla Public License", "2.0"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "Neither the name of"}},
	{"BSD-2-Clause", []string{"Redistribution and use in source and binary forms"}},
	{"MIT", []string{"Permission is hereby granted, free of charge"}},
	{"Unlicense", []string{"This is free and unencumbered software released into the public domain"}},
}

const listed = "../../.ci/licences.md"

const intro = `# Licences of what is linked

archlint itself is under Apache-2.0. The released programs, of all systems taken together, hold parts of the modules below and of
Go's standard library (BSD-3-Clause, The Go Authors), each under its own licence; the links lead to the texts.

A test holds this list against the modules. After a change of go.mod: ` + "`UPDATE_LICENCES=1 go test ./cmd/archlint`" + `.

| module | version | licence | of |
|---|---|---|---|
`

type module struct{ Path, Version, Dir string }

// The list of licences is that of the modules that are linked.
func TestLicences(t *testing.T) {
	var b strings.Builder
	b.WriteString(intro)
	for _, m := range linked(t) {
		names, authors := licenceOf(t, m)
		fmt.Fprintf(&b, "| [%s](https://pkg.go.dev/%[1]s@%s?tab=licenses) | %[2]s | %s | %s |\n", m.Path, m.Version, names, authors)
	}
	if os.Getenv("UPDATE_LICENCES") != "" {
		if err := os.WriteFile(listed, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(listed)
	if err != nil || string(content) != b.String() {
		t.Errorf("%s is not the list of what is linked (%v): run UPDATE_LICENCES=1 go test ./cmd/archlint", listed, err)
	}
}

// linked are the modules of which packages are linked on any system that is released for, by path.
func linked(t *testing.T) (all []module) {
	t.Helper()
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("go is not here:", err)
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command(goTool, "list", "-deps", "-json=Module", ".")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatal(system, err)
		}
		for d := json.NewDecoder(strings.NewReader(string(out))); ; {
			var p struct{ Module *module }
			if err := d.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if p.Module != nil && p.Module.Version != "" && !slices.Contains(all, *p.Module) {
				all = append(all, *p.Module)
			}
		}
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// copyright is a line by which a licence names whose it is.
var copyright = regexp.MustCompile(`(?m)^\s*(?:The MIT License.*)?Copyright (?:\(c\)|\(C\)|©)? ?(?:[0-9][0-9, -]*)?(?:by )?([^\n\[{]*[^\s\[{.])`)

// licenceOf reads the licences in the directory of a module, and whom they name.
func licenceOf(t *testing.T, m module) (names, authors string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(m.Dir, "LICEN[SC]E*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s has no licence: %v", m.Path, err)
	}
	var found, of []string
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(content)
		for _, l := range licences {
			if slices.ContainsFunc(l.sentences, func(s string) bool { return !strings.Contains(text, s) }) {
				continue
			}
			if l.name == "BSD-2-Clause" && slices.Contains(found, "BSD-3-Clause") || slices.Contains(found, l.name) {
				continue
			}
			found = append(found, l.name)
		}
		for _, c := range copyright.FindAllStringSubmatch(text, -1) {
			if who := strings.TrimSpace(strings.TrimSuffix(c[1], "All rights reserved")); !slices.Contains(of, who) && !strings.Contains(who, "license") && !strings.Contains(who, "owner") {
				of = append(of, strings.TrimRight(who, ". "))
			}
		}
	}
	if len(found) == 0 {
		t.Errorf("the licence of %s is not among those that are known here: read %v", m.Path, files)
	}
	return strings.Join(found, ", "), strings.Join(of, "; ")
}

// Nothing is required that no package here imports.
func TestRequirements(t *testing.T) {
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("go is not here:", err)
	}
	list := func(args ...string) []string {
		out, err := exec.Command(goTool, append([]string{"list"}, args...)...).Output()
		if err != nil {
			t.Fatal(args, err)
		}
		return strings.Fields(string(out))
	}
	imported := list("-f", `{{join .Imports " "}} {{join .TestImports " "}} {{join .XTestImports " "}}`, "../../...")
	required := list("-m", "-f", "{{if not (or .Main .Indirect)}}{{.Path}}{{end}}", "all")
	if len(required) < 10 || len(imported) < 100 {
		t.Fatalf("%d modules, %d imports", len(required), len(imported))
	}
	for _, m := range required {
		if !slices.ContainsFunc(imported, func(p string) bool { return p == m || strings.HasPrefix(p, m+"/") }) {
			t.Errorf("go.mod requires %s, of which nothing is imported", m)
		}
	}
}
