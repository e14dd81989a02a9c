package terraform

import (
	"bytes"
	"fmt"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/plan"
	"github.com/archlint/archlint/parsers/terraform/summaries"
)

// Options are what a user may say about how Terraform is to be read.
type Options struct {
	// AssumeDefaults lets the defaults of root variables decide everything, as terraform plan without arguments would.
	AssumeDefaults bool
	// Vars are values of root variables as terraform's -var takes them, "name=value"; the later wins. The value is in
	// Terraform's syntax where the variable's type is not string, number or bool.
	Vars []string
	// VarFiles are paths of tfvars files; the later wins, and any of Vars wins over all.
	VarFiles []string
	// VarFilesOf gives further tfvars files of one root, by its directory; the later wins, and any of VarFiles wins over all.
	VarFilesOf func(root string) []graph.NamedFile
	// EnvVars are values of root variables as Terraform takes them from its environment, "TF_VAR_name=value". Every
	// tfvars file wins over them. Other variables of the environment may be among them.
	EnvVars []string
	// Workspace is what terraform.workspace is; "" where that is not known.
	Workspace string
	// Trees are directories below which functions such as file may read, besides those of the modules themselves: the
	// paths that the user asked to lint.
	Trees []string
	// Within is what may be read of all that the configuration names, files of variables among it; nil for everything.
	Within *fence.Fence
}

// A Root is a directory that is linted for itself.
type Root struct {
	Dir string
	// Library tells that nobody calls the directory and that it has no provider, backend or tfvars: it waits for a
	// caller, and its defaults say nothing.
	Library bool
	Size    int64    // bytes of its own configuration files
	Reaches []string // the directories that it calls in turn, itself first; some may not exist
}

// A Project is a tree of Terraform directories: which are roots, and which modules they share.
type Project struct {
	options Options
	plans   map[string]*plan.Plan // by the directory of the root that each is laid over
	given   map[string]given
	of      map[string]map[string]given // values that are for one root, by its directory
	env     map[string]given
	dirs    map[string]*scanned
	roots   []Root // by directory
	// readable are the directories that files may be read below from anywhere in the scan, cleaned.
	readable map[string]bool

	mu          sync.Mutex
	syntax      map[string]*shared
	ofSummaries map[string]func() *file // files of summaries, by name
	kept        int                     // bytes of source of what is kept for the readers of a state
	loads       int                     // that were finished
	left        int                     // roots that are never loaded
	shared      map[string]bool         // directories that these call in turn, themselves among them

	indexing sync.Once
	stored   map[stateKey][]stored

	published sync.Map // from [2]string, a source and a version, to []string, directories of summaries
}

// scanned is what the bytes of a directory tell without being parsed.
type scanned struct {
	calls    []string // directories that it calls
	deployed bool     // it has a provider, a backend or tfvars
	backends []string // names of the files that configure a backend
	size     int64
	reaches  []string // for a root: the directories that it calls in turn, itself among them
	texts    *texts   // what its files hold, until they are parsed; nil where they are to be read again
}

// texts are the configuration files of a directory with their content.
type texts struct {
	names   []string // of all of them
	content map[string][]byte
}

// maxTexts is how many bytes of what the scan has read are kept for the parser. Two or three times what the largest public
// repositories hold, and little beside what becomes of it.
const maxTexts = 32 << 20

// shared is the syntax of a directory, parsed for its first user and dropped with its last.
type shared struct {
	once  sync.Once
	d     *dir
	err   error
	users int  // roots that will yet ask for it
	kept  bool // until all roots are read, for those that read the state of one that it is part of
}

// Open finds the roots among directories that hold Terraform files. The paths are those to be shown, clean and with
// forward slashes. It fails only for an option that cannot be used.
//
// A directory that another calls is linted through its callers, unless no root reaches it.
func Open(dirs []string, o Options) (*Project, error) {
	p := &Project{options: o, dirs: map[string]*scanned{}, syntax: map[string]*shared{}, ofSummaries: map[string]func() *file{}, shared: map[string]bool{}}
	if err := p.readGiven(); err != nil {
		return nil, err
	}
	found := make([]*scanned, len(dirs))
	var kept atomic.Int64
	each(len(dirs), func(i int) {
		s := scan(dirs[i], o.Within)
		if kept.Add(s.size) > maxTexts {
			s.texts = nil
		}
		found[i] = s
	})
	p.readable = make(map[string]bool, len(dirs)+len(o.Trees))
	for _, tree := range o.Trees {
		p.readable[path.Clean(filepath.ToSlash(tree))] = true
	}
	for i, s := range found {
		p.dirs[dirs[i]] = s
		p.readable[dirs[i]] = true
	}
	p.findRoots()
	err := p.readNamed()
	return p, err
}

// readNamed reads the tfvars files that are named for single roots.
func (p *Project) readNamed() error {
	p.of = map[string]map[string]given{}
	if p.options.VarFilesOf == nil {
		return nil
	}
	read := map[string]map[string]given{}
	for _, root := range p.roots {
		for _, f := range p.options.VarFilesOf(root.Dir) {
			values, ok := read[f.Path]
			if !ok {
				var err error
				if values, err = readVarFile(f.Path); err != nil {
					return fmt.Errorf("%s:%d: var file %w", f.At.File, f.At.Start.Line, err)
				}
				read[f.Path] = values
			}
			if p.of[root.Dir] == nil {
				p.of[root.Dir] = map[string]given{}
			}
			maps.Copy(p.of[root.Dir], values)
		}
	}
	return nil
}

// readVarFile reads a tfvars file that must be right.
func readVarFile(name string) (map[string]given, error) {
	values, diagnostics, err := readVars(name, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(diagnostics) > 0 {
		return nil, fmt.Errorf("%s: line %d: %s", name, diagnostics[0].Range.Start.Line, diagnostics[0].Message)
	}
	return values, nil
}

// Lay lays plans over roots, by their directories: they give what the source leaves open. It must be called before any
// root is loaded. Each plan may be of one root only.
func (p *Project) Lay(plans map[string]*plan.Plan) { p.plans = plans }

// readGiven reads the values that the options give.
func (p *Project) readGiven() error {
	p.given, p.env = map[string]given{}, parseEnv(p.options.EnvVars)
	for _, name := range p.options.VarFiles {
		values, err := readVarFile(filepath.ToSlash(name))
		if err != nil {
			return fmt.Errorf("--var-file %w", err)
		}
		maps.Copy(p.given, values)
	}
	vars, err := parseVars(p.options.Vars)
	maps.Copy(p.given, vars)
	return err
}

var (
	localSource = regexp.MustCompile(`^[ \t]*(?:module[ \t]+"?[\w-]+"?[ \t]*\{[ \t]*)?source[ \t]*=[ \t]*"(\.{1,2}(?:(?:/|\\\\)[^"$]*)?)"`)
	jsonSource  = regexp.MustCompile(`"source"[ \t\r\n]*:[ \t\r\n]*"(\.{1,2}(?:/[^"$\\]*)?)"`)
	deployment  = regexp.MustCompile(`^[ \t]*(?:terraform[ \t]*\{[ \t]*)?(?:provider[ \t]+"?[\w-]+"?|backend[ \t]+"?[\w-]+"?|cloud)[ \t]*\{|"(?:provider|backend|cloud)"[ \t]*:`)
)

// withoutComments is a text without the comments between /* and */ that begin a line: in the midst of one, /* may be part of
// a text, as it is in many ARNs.
func withoutComments(src []byte) []byte {
	var out []byte
	done := 0 // what out was made of
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte("/*"))
		if i < 0 {
			break
		}
		i += at
		if start := bytes.LastIndexByte(src[:i], '\n') + 1; start >= done && len(bytes.TrimLeft(src[start:i], " \t")) == 0 {
			end := bytes.Index(src[i+2:], []byte("*/"))
			if end < 0 {
				break
			}
			out = append(out, src[done:start]...)
			done = i + 2 + end + 2
			at = done
			continue
		}
		end := bytes.IndexByte(src[i:], '\n') // a further one on this line begins none
		if end < 0 {
			break
		}
		at = i + end + 1
	}
	if done == 0 {
		return src
	}
	return append(out, src[done:]...)
}

// linesWith yields the lines that hold the word.
func linesWith(src []byte, word string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for {
			i := bytes.Index(src, []byte(word))
			if i < 0 {
				return
			}
			start := bytes.LastIndexByte(src[:i], '\n') + 1
			end := len(src)
			if n := bytes.IndexByte(src[i:], '\n'); n >= 0 {
				end = i + n
			}
			if !yield(src[start:end]) {
				return
			}
			src = src[end:]
		}
	}
}

// localSources are the local directories that a file names as the source of something.
func localSources(src []byte, inJSON bool) (sources []string) {
	if inJSON {
		for _, m := range jsonSource.FindAllSubmatch(src, -1) {
			sources = append(sources, string(m[1]))
		}
		return sources
	}
	for line := range linesWith(src, "source") {
		if m := localSource.FindSubmatch(line); m != nil {
			sources = append(sources, slashed(strings.ReplaceAll(string(m[1]), `\\`, `\`)))
		}
	}
	return sources
}

// configures tells whether a file configures a provider or a backend, by lines with one of some words.
func configures(src []byte, words ...string) bool {
	for _, word := range words {
		for line := range linesWith(src, word) {
			if deployment.Match(line) {
				return true
			}
		}
	}
	return false
}

// scan looks at the bytes of a directory's files.
func scan(name string, within *fence.Fence) *scanned {
	s := &scanned{}
	entries, err := os.ReadDir(filepath.FromSlash(name))
	if err != nil {
		return s
	}
	var names []string
	s.texts = &texts{content: map[string][]byte{}}
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	s.deployed = hasVars(names)
	seen := map[string]bool{name: true}
	for _, n := range names {
		if !isConfig(n) {
			continue
		}
		s.texts.names = append(s.texts.names, n)
		src, err := readBounded(path.Join(name, n), within, disk.MaxSource)
		if err != nil {
			continue
		}
		s.size += int64(len(src))
		s.texts.content[n] = src
		src = bytes.TrimPrefix(src, byteOrderMark)
		src = withoutComments(src)
		backend := configures(src, "backend", "cloud")
		if backend {
			s.backends = append(s.backends, n)
		}
		s.deployed = s.deployed || backend || configures(src, "provider")
		for _, source := range localSources(src, strings.HasSuffix(n, ".json")) {
			if tooLong(source) {
				continue
			}
			if to := path.Join(name, source); !seen[to] {
				seen[to] = true
				s.calls = append(s.calls, to)
			}
		}
	}
	return s
}

// findRoots settles which directories are roots: those that nobody calls, and of those that only call each other one.
func (p *Project) findRoots() {
	names := slices.Sorted(maps.Keys(p.dirs))
	called := map[string]bool{}
	for _, s := range p.dirs {
		for _, c := range s.calls {
			called[c] = true
		}
	}
	reached := map[string]bool{}
	add := func(name string, library bool) {
		s := p.dirs[name]
		s.reaches = p.reach(name)
		for _, r := range s.reaches {
			reached[r] = true
			if p.syntax[r] == nil {
				p.syntax[r] = &shared{}
			}
			p.syntax[r].users++
		}
		p.roots = append(p.roots, Root{Dir: name, Library: library, Size: s.size, Reaches: s.reaches})
	}
	for _, name := range names {
		if !called[name] {
			add(name, !p.dirs[name].deployed)
		}
	}
	for _, name := range names {
		if !reached[name] {
			add(name, false)
		}
	}
	slices.SortStableFunc(p.roots, func(a, b Root) int { return strings.Compare(a.Dir, b.Dir) })
}

// reach lists the directories that a root calls in turn, itself first.
func (p *Project) reach(root string) []string {
	seen := map[string]bool{root: true}
	out := []string{root}
	for i := 0; i < len(out); i++ {
		s := p.dirs[out[i]]
		if s == nil {
			continue
		}
		for _, c := range s.calls {
			if !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}

// Roots are the directories that are linted for themselves, by path.
func (p *Project) Roots() []Root { return slices.Clone(p.roots) }

// Leave tells that some roots are not going to be loaded, so that nothing is kept for them. Their states are read all the
// same.
func (p *Project) Leave(roots []Root) {
	for _, r := range roots {
		p.left++
		for _, name := range r.Reaches {
			p.syntax[name].users--
			if p.shared[name] = true; p.syntax[name].users <= 0 {
				p.takeTexts(name)
			}
		}
	}
}

// parse gives the syntax of a directory, parsed once for all roots that share it.
func (p *Project) parse(name string) (*dir, error) {
	p.mu.Lock()
	s := p.syntax[name]
	if s == nil {
		s = &shared{}
		p.syntax[name] = s
	}
	p.mu.Unlock()
	s.once.Do(func() {
		if summaries.Is(name) {
			s.d = p.readSummary(name)
			return
		}
		s.d, s.err = readDir(name, p.options.Within, p.takeTexts(name))
	})
	return s.d, s.err
}

// takeTexts gives what the scan has read of a directory, once; nil where that is not kept.
func (p *Project) takeTexts(name string) (all *texts) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.dirs[name]; s != nil {
		all, s.texts = s.texts, nil
	}
	return all
}

// keep keeps the syntax of a root, whose state another reads, for further readers.
func (p *Project) keep(root string) {
	reaches := p.dirs[root].reaches
	if reaches == nil {
		reaches = p.reach(root)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, name := range reaches {
		s := p.syntax[name]
		if s == nil {
			s = &shared{}
			p.syntax[name] = s
		}
		size := 0
		if of := p.dirs[name]; of != nil {
			size = int(of.size)
		}
		if !s.kept && p.kept+size <= maxKept && p.loads < len(p.roots)-p.left {
			s.kept = true
			p.kept += size
		}
	}
}

// release tells that a root will not ask for its directories again. Its graph keeps what it holds.
func (p *Project) release(root string, asked map[string]bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.loads++
	if p.loads >= len(p.roots)-p.left {
		clear(p.ofSummaries)
		for name, s := range p.syntax {
			if s.kept = false; s.users <= 0 {
				delete(p.syntax, name)
			}
		}
	}
	scannedRoot := p.dirs[root]
	if scannedRoot == nil {
		return
	}
	drop := func(name string) {
		if s := p.syntax[name]; s != nil && s.users <= 0 && !s.kept && !summaries.Is(name) { // the next root may want the same summaries
			delete(p.syntax, name)
		}
	}
	for _, name := range scannedRoot.reaches {
		delete(asked, name)
		if s := p.syntax[name]; s != nil {
			s.users--
			drop(name)
		}
	}
	for name := range asked { // installed modules and other roots, which the scan did not foresee
		drop(name)
	}
}
