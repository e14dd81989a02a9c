package parsers

import (
	"cmp"
	"slices"

	"github.com/archlint/archlint/parsers/cloudformation"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
)

// Discover finds the units below paths. A directory is searched through; a file stands for the Terraform root or the
// template that contains it; [Stdin] is a template on standard input, whose content is o.Stdin. A plan as terraform
// show -json writes it is linted for itself where it is named, and passed over in a directory.
//
// Below a directory .gitignore files are honoured, and caches, dependencies and build products are skipped; a path
// that is given is never ignored itself. Symbolic links to directories are not followed, files of more than 16 MiB not
// read. Nothing is parsed yet.
//
// The error is about a path that cannot be read, or an unusable option; what goes wrong on the way is a diagnostic.
func Discover(paths []string, o Options) (*Scan, error) {
	found, err := survey(paths, cloudformation.Looks)
	if err != nil {
		return nil, err
	}
	roots, err := terraform.Open(found.modules, terraform.Options{AssumeDefaults: o.AssumeDefaults, Vars: o.Vars, VarFiles: o.VarFiles, EnvVars: o.EnvVars, Workspace: o.Workspace, Trees: paths})
	if err != nil {
		return nil, err
	}
	over, alone, err := plansOf(o, roots.Roots())
	if err != nil {
		return nil, err
	}
	roots.Lay(over)
	stacks, err := cloudformation.Open(found.templates, cloudformation.Options{AssumeDefaults: o.AssumeDefaults, Stdin: o.Stdin, Parameters: o.Parameters})
	if err != nil {
		return nil, err
	}
	templates, err := stacks.Templates()
	if err != nil {
		return nil, err
	}
	scan := &Scan{Diagnostics: found.diagnostics}
	for _, r := range roots.Roots() {
		scan.Units = append(scan.Units, &Unit{Path: r.Dir, Language: graph.Terraform, Size: r.Size,
			load: found.withBundles(r.Dir, func() *graph.Graph { return roots.Load(r.Dir) })})
	}
	for _, t := range templates {
		scan.Units = append(scan.Units, &Unit{Path: t.Path, Reading: t.Reading, Language: graph.CloudFormation, Size: t.Size,
			load: found.withBundles(dir(t.Path), func() *graph.Graph { return stacks.Load(t) })})
	}
	for _, p := range alone {
		scan.Units = append(scan.Units, &Unit{Path: p.Name, Language: graph.Terraform, load: p.Graph})
	}
	for _, name := range found.plans {
		scan.Units = append(scan.Units, planAlone(name))
	}
	// The largest first, so that no worker begins the longest one last.
	slices.SortFunc(scan.Units, func(a, b *Unit) int {
		return cmp.Or(cmp.Compare(b.Size, a.Size), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Language, b.Language), cmp.Compare(a.Reading, b.Reading))
	})
	return scan, nil
}
