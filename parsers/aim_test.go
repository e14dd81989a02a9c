package parsers

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// A repository with roots, modules of modules, templates of templates, and what these read.
const repository = `
-- .git/HEAD --
ref: refs/heads/main
-- .gitignore --
generated/
-- README.md --
Says nothing of boot.sh.
-- package.json --
{"name": "web"}
-- infra/prod/main.tf --
provider "aws" {}
module "web" {
  source = "../modules/web"
}
-- infra/prod/terraform.tfvars --
size = 2
-- infra/prod/notes.txt --
-- infra/dev/main.tf --
# See README.md, "package.json" and k8s.yaml.
output "a" {
  description = "For more see README.md"
}
provider "aws" {}
module "db" {
  source = "../modules/db"
}
-- infra/dev/vars/special.tfvars --
size = 1
-- infra/modules/web/main.tf --
module "db" {
  source = "../db"
}
resource "aws_launch_template" "web" {
  user_data = filebase64("${path.module}/files/boot.sh")
}
-- infra/modules/web/files/boot.sh --
echo hello
-- infra/modules/db/main.tf --
resource "aws_db_instance" "main" {}
-- infra/modules/idle/main.tf --
resource "aws_sqs_queue" "main" {}
-- stacks/include.yaml --
Resources:
  Fn::Transform:
    Name: AWS::Include
    Parameters:
      Location: 'parts/queue.yaml'
  Subnet: {Type: AWS::EC2::Subnet}
-- stacks/parts/queue.yaml --
Queue: {Kind: queue}
-- elsewhere/files/boot.sh --
echo another
-- elsewhere/other-task.json --
{"family": "y"}
-- tasks/task.json --
{"family": "x"}
-- tasks/main.tf --
provider "aws" {}
locals {
  task = jsondecode(file("task.json"))
}
-- stacks/app.yaml --
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./network.yaml} # not package.json
    Metadata: {Note: as package.json says}
  Gone:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./gone.yaml}
-- stacks/network.yaml --
Resources:
  Subnet: {Type: AWS::EC2::Subnet}
-- stacks/alone.yaml --
Parameters:
  Env: {Type: String}
Resources:
  Subnet: {Type: AWS::EC2::Subnet}
-- stacks/alone.prod.json --
{"Env": "prod"}
-- stacks/k8s.yaml --
kind: Pod
-- shop/.ebextensions/01.config --
option_settings: []
-- shop/.platform/nginx.conf --
-- shop/template.yaml --
Resources:
  Env: {Type: AWS::ElasticBeanstalk::Environment}
-- shop/bucket.yaml --
Resources:
  Bucket: {Type: AWS::S3::Bucket}
-- generated/main.tf --
resource "aws_sns_topic" "a" {}
-- old/left.tf --
provider "aws" {}
`

// units are the paths of a scan's units, with their readings.
func units(scan *Scan) (all []string) {
	for _, u := range scan.Units {
		name := u.Path
		if u.Reading != "" {
			name += "(" + u.Reading + ")"
		}
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

func TestDiscoverWhatFilesHaveToDoWith(t *testing.T) {
	plant(t, repository)
	for _, c := range []struct {
		name    string
		options Options
		paths   string
		want    string
	}{
		{"a root's file is its root", Options{}, "infra/prod/main.tf", "infra/prod"},
		{"a module's file is all roots that call it, by way of others too", Options{}, "infra/modules/db/main.tf", "infra/dev infra/prod"},
		{"a module of one", Options{}, "infra/modules/web/main.tf", "infra/prod"},
		{"a module that nobody calls is itself", Options{}, "infra/modules/idle/main.tf", "infra/modules/idle"},
		{"each unit once", Options{}, "infra/modules/db/main.tf infra/prod/main.tf infra/prod/main.tf", "infra/dev infra/prod"},
		{"variables are those of their root", Options{}, "infra/prod/terraform.tfvars", "infra/prod"},
		{"variables that nobody reads", Options{}, "infra/dev/vars/special.tfvars", ""},
		{"variables that are given", Options{VarFiles: []string{"infra/dev/vars/special.tfvars"}}, "infra/dev/vars/special.tfvars", "infra/dev infra/modules/idle infra/prod old tasks"},
		{"a file that a module reads", Options{}, "infra/modules/web/files/boot.sh", "infra/prod"},
		{"one of the same name that it does not", Options{}, "elsewhere/files/boot.sh", ""},
		{"one whose name ends as that of another", Options{}, "elsewhere/other-task.json", ""},
		{"a file that a root reads", Options{}, "tasks/task.json", "tasks"},
		{"a template", Options{}, "stacks/alone.yaml", "stacks/alone.yaml"},
		{"a nested template is its parent", Options{}, "stacks/network.yaml", "stacks/app.yaml"},
		{"a parameter file is the template that it fits", Options{Parameters: []string{"stacks/alone.prod.json"}}, "stacks/alone.prod.json", "stacks/alone.yaml(stacks/alone.prod.json)"},
		{"one that is not given", Options{Changed: true}, "stacks/alone.prod.json", ""},
		{"what a template includes", Options{}, "stacks/parts/queue.yaml", "stacks/include.yaml"},
		{"YAML that is no template", Options{}, "stacks/k8s.yaml", ""},
		{"what configures an application is its environment", Options{}, "shop/.ebextensions/01.config", "shop/template.yaml"},
		{"its platform too", Options{Changed: true}, "shop/.platform/nginx.conf", "shop/template.yaml"},
		{"what is ignored is not, where it is named", Options{}, "generated/main.tf", "generated"},
		{"settings are those of all below", Options{Changed: true}, "infra/dev/.archlint.yaml", "infra/dev"},
		{"settings of modules are those of their callers", Options{Changed: true}, "infra/modules/web/.archlint.yaml", "infra/prod"},
		{"settings of the repository", Options{Changed: true}, ".archlint.yml", "infra/dev infra/modules/idle infra/prod old shop/bucket.yaml shop/template.yaml stacks/alone.yaml stacks/app.yaml stacks/include.yaml tasks"},
		{"a directory beside a file", Options{}, "shop infra/modules/web/main.tf", "infra/prod shop/bucket.yaml shop/template.yaml"},
		{"a directory of modules beside a file", Options{}, "infra/modules stacks/alone.yaml", "infra/dev infra/modules/idle infra/prod stacks/alone.yaml"},
		{"a directory alone is searched through alone", Options{}, "infra/modules/db", "infra/modules/db"},
		{"a file alone, where no more is wanted", Options{Narrow: true}, "infra/modules/db/main.tf", "infra/modules/db"},
		{"none of ours", Options{Changed: true}, "README.md package.json infra/prod/notes.txt", ""},
		{"nothing changed", Options{Changed: true}, "", ""},
		{"a deleted file of a module is the roots that call it", Options{Changed: true}, "infra/modules/web/extra.tf", "infra/prod"},
		{"of a root, the rest of it", Options{Changed: true}, "old/right.tf", "old"},
		{"of a directory that is gone", Options{Changed: true}, "nowhere/at/all.tf", ""},
		{"a deleted template is who calls it", Options{Changed: true}, "stacks/gone.yaml", "stacks/app.yaml"},
		{"a deleted bundle", Options{Changed: true}, "shop/.ebextensions/02.config", "shop/template.yaml"},
		{"a directory that has become a file", Options{Changed: true}, "README.md/main.tf", ""},
	} {
		scan, err := Discover(strings.Fields(c.paths), c.options)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := strings.Join(units(scan), " "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.paths, got, c.want)
		}
		if c.options.Changed && len(scan.Diagnostics) > 0 {
			t.Errorf("%s: diagnostics %v", c.name, scan.Diagnostics)
		}
	}
	if _, err := Discover([]string{"infra/nothing.tf"}, Options{}); err == nil || !strings.Contains(err.Error(), "cannot read infra/nothing.tf") {
		t.Errorf("a file that is not there: %v", err)
	}
	scan, err := Discover([]string{"stacks/k8s.yaml"}, Options{})
	if err != nil || len(scan.Diagnostics) != 1 || scan.Diagnostics[0].Range.File != "stacks/k8s.yaml" || scan.Diagnostics[0].Severity != graph.Info {
		t.Errorf("a named file that stands for nothing is not told: %v, %v", scan.Diagnostics, err)
	}
}

// Where the run begins does not change what a file has to do with.
func TestDiscoverFilesFromElsewhere(t *testing.T) {
	top := plant(t, repository)
	for _, c := range []struct{ from, path, want string }{
		{"infra/modules/db", "main.tf", "../../../infra/dev ../../../infra/prod"},
		{"infra", "modules/web/main.tf", "../infra/prod"},
		{"stacks", "../stacks/network.yaml", "../stacks/app.yaml"},
		{"infra/modules", "web/files/boot.sh", "../../infra/prod"},
		{"shop", ".ebextensions/01.config", "../shop/template.yaml"},
	} {
		t.Chdir(filepath.Join(top, filepath.FromSlash(c.from)))
		scan, err := Discover([]string{c.path}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(units(scan), " "); got != c.want {
			t.Errorf("in %s, %s:\n got %s\nwant %s", c.from, c.path, got, c.want)
		}
	}
	t.Chdir(t.TempDir())
	real, err := filepath.EvalSymlinks(top)
	if err != nil {
		t.Fatal(err)
	}
	scan, err := Discover([]string{filepath.Join(real, "infra", "modules", "web", "main.tf")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(units(scan), " "), filepath.ToSlash(filepath.Join(real, "infra", "prod")); got != want {
		t.Errorf("by an absolute path: got %s, want %s", got, want)
	}
}

// Outside of a repository there is nobody to ask who calls a module, unless a root is given, or the files have changed.
func TestDiscoverFilesOutsideOfRepositories(t *testing.T) {
	plant(t, repository)
	if err := os.RemoveAll(".git"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		options Options
		want    string
	}{
		{Options{}, "infra/modules/db"},
		{Options{Root: "."}, "infra/dev infra/prod"},
		{Options{Root: "infra/modules"}, "infra/modules/web"},
		{Options{Root: "stacks"}, "infra/modules/db"},
		{Options{Changed: true}, "infra/dev infra/prod"},
	} {
		scan, err := Discover([]string{"infra/modules/db/main.tf"}, c.options)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(units(scan), " "); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.options, got, c.want)
		}
	}
}

// What a unit says is the same whether a file leads to it or all are linted.
func TestDiscoverFilesGivesTheSameGraphs(t *testing.T) {
	plant(t, repository)
	describe := func(u *Unit) string {
		g := u.Load()
		var all []string
		for _, r := range g.Resources() {
			all = append(all, fmt.Sprint(r.Address, r.Range))
		}
		for _, b := range g.Bundles {
			all = append(all, b.Dir)
		}
		return strings.Join(all, "\n")
	}
	whole, err := Discover([]string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, u := range whole.Units {
		want[u.Path] = describe(u)
	}
	scan, err := Discover([]string{"infra/modules/db/main.tf", "stacks/network.yaml", "shop/.ebextensions/01.config"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(scan.Units) != 4 {
		t.Errorf("units: %v", units(scan))
	}
	for _, u := range scan.Units {
		if got := describe(u); got == "" || got != want[u.Path] {
			t.Errorf("%s:\n got %s\nwant %s", u.Path, got, want[u.Path])
		}
	}
}

func TestWritten(t *testing.T) {
	for text, want := range map[string]string{
		`x = file("${path.module}/a/boot.sh")`: "x file path.module /a/boot.sh",
		"TemplateURL: ./net.yaml\n":            "TemplateURL ./net.yaml",
		"":                                     "",
		"last":                                 "last",
	} {
		var got []string
		for _, w := range written([]byte(text)) {
			got = append(got, string(w))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
}

// Where the file system takes a name in other capitals for the same file, the name is that of the file.
func TestSpelledAs(t *testing.T) {
	names := []string{"Main.tf", "main.yaml", "MAIN.YAML"}
	same := func(other string) bool { return other == "Main.tf" || other == "main.yaml" }
	for name, want := range map[string]string{
		"Main.tf":   "Main.tf",
		"main.TF":   "Main.tf",   // the same file
		"MAIN.YAML": "MAIN.YAML", // which is there as it is
		"Main.Yaml": "main.yaml",
		"other.tf":  "other.tf",
	} {
		if got := spelledAs(name, names, same); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	if got := spelledAs("MAIN.TF", names, func(string) bool { return false }); got != "MAIN.TF" {
		t.Errorf("another file: got %s", got)
	}
	plant(t, repository)
	abs, err := filepath.Abs("stacks/app.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f := aimed{shown: "stacks/app.yaml", abs: abs}
	if got := f.respelled(); got != f {
		t.Errorf("a file that is spelled as it is: %+v", got)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		path, directory string
		want            bool
	}{
		{"a", ".", true}, {".", ".", true}, {"a/b", "a", true}, {"a", "a", true}, {"ab", "a", false}, {"..a", ".", true},
		{"..", ".", false}, {"../a", ".", false}, {"/a", ".", false}, {"C:/a", ".", false}, {"C:/a/b", "C:/a", true}, {"C:/a", "C:/", true},
		{"/a", "/", true}, {"../a/b", "../a", true}, {"../ab", "../a", false}, {"c:", ".", true},
	} {
		if got := within(c.path, c.directory); got != c.want {
			t.Errorf("%s in %s: got %v", c.path, c.directory, got)
		}
	}
}
