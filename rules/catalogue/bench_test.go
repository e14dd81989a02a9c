package catalogue_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

// wanted is about the size in bytes of the input that the stages of a run are measured with.
const wanted = 1 << 20

// large tells whether less than that has been written.
func large(size, _ int) bool { return size < wanted }

// How long each stage of a run takes, on a megabyte made of many poor three-tier stacks in one unit: the bare parse of the
// files, which is the floor of all; finding the units; loading them as well; and all of it, with every rule.
func BenchmarkStages(b *testing.B) {
	for _, in := range []size{
		{name: "terraform", write: func(b *testing.B, dir string, _ int) { writeRoot(b, dir, large) }},
		{name: "cloudformation", write: func(b *testing.B, dir string, _ int) { writeTemplate(b, dir, large) }},
	} {
		dir := b.TempDir()
		in.write(b, dir, 0)
		files := sources(b, dir)
		for _, stage := range []struct {
			name string
			run  func(b *testing.B)
		}{
			{"parse", func(b *testing.B) { parse(b, files) }},
			{"discover", func(b *testing.B) { discover(b, dir) }},
			{"load", func(b *testing.B) {
				for _, load := range discover(b, dir) {
					load()
				}
			}},
			{"lint", func(b *testing.B) { lint(b, dir, 100) }},
		} {
			b.Run(in.name+"/"+stage.name, func(b *testing.B) {
				b.ReportAllocs()
				inParses(b, files, func() { stage.run(b) })
			})
		}
	}
}

// How long each rule takes on the same input, with all that it asks for first.
func BenchmarkRules(b *testing.B) {
	dir := b.TempDir()
	writeRoot(b, dir, large)
	for _, rule := range catalogue.All {
		if rule.Check == nil {
			continue
		}
		b.Run(rule.ID, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				var loaders []rules.Loader
				for _, load := range discover(b, dir) {
					g := load()
					loaders = append(loaders, func() *graph.Graph { return g })
				}
				b.StartTimer()
				rules.Run(loaders, []*rules.Rule{rule}, rules.Options{})
			}
		})
	}
}

// How long a run takes on large inputs, and on a quarter of each: four times as much must take about four times as long.
func BenchmarkLarge(b *testing.B) {
	for _, in := range sizes {
		for _, n := range []int{in.most / 4, in.most} {
			b.Run(fmt.Sprintf("%s/%d", in.name, n), func(b *testing.B) {
				dir := b.TempDir()
				in.write(b, dir, n)
				files := sources(b, dir)
				b.ReportAllocs()
				inParses(b, files, func() { lint(b, dir, 1) })
			})
		}
	}
}

// inParses runs a benchmark and reports, as parses, its processor time as a multiple of that of the bare parse of the
// same files; of each the least of several runs.
func inParses(b *testing.B, files []string, run func()) {
	b.Helper()
	floor, took := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for range 3 {
		start := processorTime()
		parse(b, files)
		floor = min(floor, processorTime()-start)
	}
	for b.Loop() {
		start := processorTime()
		run()
		took = min(took, processorTime()-start)
	}
	b.ReportMetric(float64(took)/float64(floor), "parses")
}

// sources lists the files below a directory.
func sources(b *testing.B, dir string) (files []string) {
	b.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return files
}

// parse reads files and parses them with the libraries for their syntax, and does no more; on all cores.
func parse(b *testing.B, files []string) {
	b.Helper()
	var workers sync.WaitGroup
	next := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for name := range next {
				if err := parseOne(name); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for _, name := range files {
		next <- name
	}
	close(next)
	workers.Wait()
}

func parseOne(name string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	switch filepath.Ext(name) {
	case ".tf":
		if _, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos); diags.HasErrors() {
			return diags
		}
		return nil
	case ".json":
		var doc any
		return json.Unmarshal(src, &doc)
	default:
		var doc yaml.Node
		return yaml.Unmarshal(src, &doc)
	}
}

// discover gives what loads the units below a directory.
func discover(b *testing.B, dir string) []rules.Loader {
	b.Helper()
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil {
		b.Fatal(err)
	}
	loaders := make([]rules.Loader, len(scan.Units))
	for i, u := range scan.Units {
		loaders[i] = u.Load
	}
	return loaders
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
				for b.Loop() {
					lint(b, dir, 1)
				}
			})
		}
	}
}

// lint runs every rule over a directory, which must give some findings.
func lint(b *testing.B, dir string, findings int) {
	b.Helper()
	if result := rules.Run(discover(b, dir), catalogue.All, rules.Options{}); len(result.Findings) < findings {
		b.Fatalf("only %d findings", len(result.Findings))
	}
}

var (
	wantComment = regexp.MustCompile(`(?m)^\s*# want.*\n`)
	tfLabel     = regexp.MustCompile(`(?m)^resource "(\w+)" "(\w+)"`)
	tfReference = regexp.MustCompile(`\b(aws_\w+)\.([a-z_]+)\b`)
	tfLocal     = regexp.MustCompile(`local\.boot|\bboot = <<`)
	logicalID   = regexp.MustCompile(`(?m)^  ([A-Za-z]+):$`)
)

// writeRoot writes copies of the poor Terraform stack, ten to a file, as long as more is wanted than there is: bytes, and
// resources.
func writeRoot(b *testing.B, dir string, more func(size, resources int) bool) {
	b.Helper()
	head, body := poorStack(b, "poor-three-tier-tf/main.tf", `resource "aws_vpc"`)
	resources := len(tfLabel.FindAllString(body, -1))
	var file strings.Builder
	flush := func(n int) {
		write(b, filepath.Join(dir, fmt.Sprintf("stack%d.tf", n/10)), file.String())
		file.Reset()
	}
	n := 0
	for size := 0; more(size, n*resources); n++ {
		part := tfLabel.ReplaceAllString(body, fmt.Sprintf(`resource "$1" "${2}_%d"`, n))
		part = tfReference.ReplaceAllString(part, fmt.Sprintf("${1}.${2}_%d", n))
		part = tfLocal.ReplaceAllStringFunc(part, func(s string) string { return strings.Replace(s, "boot", fmt.Sprintf("boot_%d", n), 1) })
		file.WriteString(part)
		if size += len(part); n%10 == 9 {
			flush(n)
		}
	}
	flush(n)
	write(b, filepath.Join(dir, "main.tf"), head)
}

// writeTemplate writes one template of copies of the poor CloudFormation stack, as long as more is wanted than there is:
// bytes, and resources. It gives the name of the file.
func writeTemplate(b *testing.B, dir string, more func(size, resources int) bool) string {
	b.Helper()
	head, body := poorStack(b, "poor-three-tier-cfn/stack.yaml", "  Vpc:\n")
	ids := logicalID.FindAllStringSubmatch(body, -1)
	named := make([]*regexp.Regexp, len(ids))
	for i, id := range ids {
		named[i] = regexp.MustCompile(`(?m)^  ` + id[1] + `:$|!(?:Ref|GetAtt) ` + id[1] + `\b`)
	}
	var out strings.Builder
	out.WriteString(head)
	for n := 0; more(out.Len(), n*len(ids)); n++ {
		part := body
		for i, id := range ids {
			part = named[i].ReplaceAllStringFunc(part, func(s string) string {
				at := strings.LastIndex(s, id[1]) + len(id[1])
				return s[:at] + strconv.Itoa(n) + s[at:]
			})
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
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		b.Fatal(err)
	}
}
