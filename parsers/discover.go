package parsers

import (
	"cmp"
	"slices"

	"github.com/archlint/archlint/parsers/cloudformation"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
)

// Discover finds the units below paths. A directory is searched through; [Stdin] is a template on standard input, whose
// content is o.Stdin. A plan as terraform show -json writes it is linted for itself where it is named, and passed over in a
// directory.
//
// A file stands for the units that it has to do with, anywhere in its repository: the roots that call the module that it is
// a file of, or the template that it is, and those that make a nested stack of that. A file of another kind stands for the
// units whose text names it, for the Elastic Beanstalk environments whose application it configures, and for what it gives
// variables or parameters to. Outside of a repository it is no more than the root or template that contains it.
//
// If o.Changed, the paths are those of files that have changed: one that is gone stands for what it belonged to, one that
// no unit has to do with is passed over, and no paths at all are no units.
//
// Below a directory .gitignore files are honoured, and caches, dependencies and build products are skipped; a path
// that is given is never ignored itself. Symbolic links to directories are not followed, files of more than 16 MiB not
// read. Nothing is parsed yet.
//
// The error is about a path that cannot be read, or an unusable option; what goes wrong on the way is a diagnostic.
func Discover(paths []string, o Options) (*Scan, error) {
	at, err := takeAim(paths, o)
	if err != nil {
		return nil, err
	}
	found, err := at.survey(o)
	if err != nil {
		return nil, err
	}
	roots, err := terraform.Open(found.modules, terraform.Options{AssumeDefaults: o.AssumeDefaults, Vars: o.Vars, VarFiles: o.VarFiles, EnvVars: o.EnvVars, Workspace: o.Workspace, Trees: at.trees, VarFilesOf: o.VarFilesOf, Within: at.within})
	if err != nil {
		return nil, err
	}
	stacks, err := cloudformation.Open(found.templates, cloudformation.Options{AssumeDefaults: o.AssumeDefaults, Stdin: o.Stdin, Parameters: o.Parameters, ParametersOf: o.ParametersOf, Within: at.within})
	if err != nil {
		return nil, err
	}
	templates, err := stacks.Templates()
	if err != nil {
		return nil, err
	}
	chosen, idle := at.choose(found, o, roots.Roots(), stacks, templates)
	var taken, left []terraform.Root
	for _, r := range roots.Roots() {
		if chosen.root(r) {
			taken = append(taken, r)
		} else {
			left = append(left, r)
		}
	}
	roots.Leave(left)
	over, alone, err := plansOf(o, taken)
	if err != nil {
		return nil, err
	}
	roots.Lay(over)
	scan := &Scan{Diagnostics: found.diagnostics, within: at.within}
	if chosen != nil {
		scan.Diagnostics = at.about(found.diagnostics, idle, o)
	}
	scan.Diagnostics = append(scan.Diagnostics, stacks.Unfit()...)
	for _, r := range taken {
		scan.Units = append(scan.Units, &Unit{Path: r.Dir, Language: graph.Terraform, Reaches: r.Reaches, Size: r.Size,
			load: found.withBundles(r.Dir, func() *graph.Graph { return roots.Load(r.Dir) })})
	}
	var others []cloudformation.Template
	for _, t := range templates {
		if !chosen.template(t) {
			others = append(others, t)
		} else {
			scan.Units = append(scan.Units, &Unit{Path: t.Path, Reading: t.Reading, Language: graph.CloudFormation, Reaches: stacks.Reaches(t), Size: t.Size,
				load: found.withBundles(dir(t.Path), func() *graph.Graph { return stacks.Load(t) })})
		}
	}
	stacks.Leave(others)
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
