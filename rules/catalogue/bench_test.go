package catalogue_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

// wanted is about the size of the input, in bytes.
const wanted = 1 << 20

// The benchmarks lint a megabyte made of many poor three-tier stacks in one unit, from the files to the findings, next
// to the bare parse of the same bytes.

func BenchmarkLintTerraform(b *testing.B) {
	dir := b.TempDir()
	writeRoot(b, dir)
	benchmarkLint(b, dir)
}

func BenchmarkParseTerraform(b *testing.B) {
	dir := b.TempDir()
	writeRoot(b, dir)
	files, _ := filepath.Glob(filepath.Join(dir, "*.tf"))
	for b.Loop() {
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			if _, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos); diags.HasErrors() {
				b.Fatal(diags)
			}
		}
	}
}

func BenchmarkLintCloudFormation(b *testing.B) {
	dir := b.TempDir()
	writeTemplate(b, dir)
	benchmarkLint(b, dir)
}

func BenchmarkParseCloudFormation(b *testing.B) {
	dir := b.TempDir()
	name := writeTemplate(b, dir)
	for b.Loop() {
		src, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(src, &doc); err != nil {
			b.Fatal(err)
		}
	}
}

// Each file of testdata/many declares local.many resources of every kind that a rule judges, side by side, around a hub, or
// with all that they refer to unknown: four times as many must not take sixteen times as long.
func BenchmarkLintManyOfAKind(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(testdata, "many", "*.tf"))
	if err != nil || len(files) == 0 {
		b.Fatal("no files", err)
	}
	for _, file := range files {
		resources, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for _, n := range []int{250, 1000, 4000} {
			b.Run(fmt.Sprintf("%s/%d", strings.TrimSuffix(filepath.Base(file), ".tf"), n), func(b *testing.B) {
				dir := b.TempDir()
				write(b, filepath.Join(dir, "main.tf"), string(resources))
				write(b, filepath.Join(dir, "locals.tf"), fmt.Sprintf("locals {\n  many = %d\n}\n", n))
				lint(b, dir, 1)
			})
		}
	}
}

func benchmarkLint(b *testing.B, dir string) {
	b.Helper()
	lint(b, dir, 100)
}

// lint runs every rule over a directory, which must give some findings.
func lint(b *testing.B, dir string, findings int) {
	b.Helper()
	for b.Loop() {
		scan, err := parsers.Discover([]string{dir}, parsers.Options{})
		if err != nil {
			b.Fatal(err)
		}
		loaders := make([]rules.Loader, len(scan.Units))
		for i, u := range scan.Units {
			loaders[i] = u.Load
		}
		if result := rules.Run(loaders, catalogue.All, rules.Options{}); len(result.Findings) < findings {
			b.Fatalf("only %d findings", len(result.Findings))
		}
	}
}

var (
	wantComment = regexp.MustCompile(`(?m)^\s*# want.*\n`)
	tfLabel     = regexp.MustCompile(`(?m)^resource "(\w+)" "(\w+)"`)
	tfReference = regexp.MustCompile(`\b(aws_\w+)\.([a-z_]+)\b`)
	tfLocal     = regexp.MustCompile(`local\.boot|\bboot = <<`)
	logicalID   = regexp.MustCompile(`(?m)^  ([A-Za-z]+):$`)
)

// writeRoot writes copies of the poor Terraform stack, ten to a file, until they are large enough.
func writeRoot(b *testing.B, dir string) {
	b.Helper()
	head, body := poorStack(b, "poor-three-tier-tf/main.tf", `resource "aws_vpc"`)
	var file strings.Builder
	for n, size := 0, 0; size < wanted; n++ {
		part := tfLabel.ReplaceAllString(body, fmt.Sprintf(`resource "$1" "${2}_%d"`, n))
		part = tfReference.ReplaceAllString(part, fmt.Sprintf("${1}.${2}_%d", n))
		part = tfLocal.ReplaceAllStringFunc(part, func(s string) string { return strings.Replace(s, "boot", fmt.Sprintf("boot_%d", n), 1) })
		file.WriteString(part)
		if size += len(part); n%10 == 9 || size >= wanted {
			write(b, filepath.Join(dir, fmt.Sprintf("stack%d.tf", n/10)), file.String())
			file.Reset()
		}
	}
	write(b, filepath.Join(dir, "main.tf"), head)
}

// writeTemplate writes one template of copies of the poor CloudFormation stack, and gives its name.
func writeTemplate(b *testing.B, dir string) string {
	b.Helper()
	head, body := poorStack(b, "poor-three-tier-cfn/stack.yaml", "  Vpc:\n")
	ids := logicalID.FindAllStringSubmatch(body, -1)
	var out strings.Builder
	out.WriteString(head)
	for n := 0; out.Len() < wanted; n++ {
		part := body
		for _, id := range ids {
			part = regexp.MustCompile(`(?m)^  `+id[1]+`:$`).ReplaceAllString(part, fmt.Sprintf("  %s%d:", id[1], n))
			part = regexp.MustCompile(`!(Ref|GetAtt) `+id[1]+`\b`).ReplaceAllString(part, fmt.Sprintf("!$1 %s%d", id[1], n))
		}
		out.WriteString(part)
	}
	name := filepath.Join(dir, "stack.yaml")
	write(b, name, out.String())
	return name
}

// poorStack reads a stack and cuts it where its resources begin.
func poorStack(b *testing.B, name, first string) (head, body string) {
	b.Helper()
	content, err := os.ReadFile(filepath.Join(testdata, "architectures", filepath.FromSlash(name)))
	if err != nil {
		b.Fatal(err)
	}
	text := wantComment.ReplaceAllString(string(content), "")
	at := strings.Index(text, first)
	if at < 0 {
		b.Fatalf("%s has no %q", name, first)
	}
	return text[:at], text[at:]
}

func write(b *testing.B, name, content string) {
	b.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		b.Fatal(err)
	}
}
