// Package revision brings the tree of a git revision onto the disk, beside the working tree that a user sees. It runs the
// git program, which need not be there for anything else, and nothing that git could be made to run: no hooks, no
// filters, no network.
package revision

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/archlint/archlint/parsers/disk"
)

// maxTotal is how many bytes are brought onto the disk. A file that is larger than archlint reads is of no use.
const maxTotal = 4 << 30

// A Base is the commit that the working tree is held against.
type Base struct {
	Top    string // the root of the working tree, absolute and without symbolic links
	Commit string // the last that the revision and HEAD have in common
}

// A Tree is the tree of a base on the disk. Close removes it.
type Tree struct {
	Base
	Dir string // where the tree stands, absolute and without symbolic links
}

// Find finds the last commit that a revision and HEAD have in common: what has been done since then on the way to HEAD,
// and in the working tree, is what is new. dir is a directory of the working tree.
func Find(ctx context.Context, dir, rev string) (Base, error) {
	g := git{ctx, dir}
	top, err := g.top()
	if err != nil {
		return Base{}, err
	}
	var b Base
	if b.Top, err = filepath.EvalSymlinks(top); err != nil {
		return Base{}, err
	}
	b.Commit, err = g.base(rev)
	return b, err
}

// Checkout brings the tree of the base onto the disk.
//
// Symbolic links that lead out of the tree, submodules, and files of more than [disk.MaxSource] bytes are left out; of files in Git LFS
// there is what git has, the pointers.
func (b Base) Checkout(ctx context.Context) (*Tree, error) {
	t := &Tree{Base: b}
	made, err := os.MkdirTemp("", "archlint-")
	if err != nil {
		return nil, err
	}
	if t.Dir, err = filepath.EvalSymlinks(made); err != nil {
		t.Dir = made
	}
	if err := (git{ctx, b.Top}).unpack(b.Commit, t.Dir); err != nil {
		_ = t.Close()
		return nil, err
	}
	return t, nil
}

// Close removes the tree from the disk.
func (t *Tree) Close() error { return os.RemoveAll(t.Dir) }

// At is where a path of the working tree stands in this tree; ok is false where the path leads out of the working tree.
func (t *Tree) At(name string) (there string, ok bool) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", false
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	rel, err := filepath.Rel(t.Top, abs)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.Join(t.Dir, rel), true
}

// Deleted gives the files that are deleted on the way from one revision to another, since they had their last commit in
// common; without revisions, those whose deletion is in the index. A file that was renamed is deleted where it was. dir is a
// directory of the working tree; the paths are absolute.
func Deleted(ctx context.Context, dir, from, to string) ([]string, error) {
	g := git{ctx, dir}
	top, err := g.top()
	if err != nil {
		return nil, err
	}
	args := []string{"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--diff-filter=D"}
	if from != "" && to != "" {
		args = append(args, "--end-of-options", from+"..."+to, "--")
	} else {
		args = append(args, "--cached", "--")
	}
	out, err := g.run(args...)
	if err != nil {
		return nil, err
	}
	var files []string
	for name := range strings.SplitSeq(string(out), "\x00") {
		if name != "" && filepath.IsLocal(filepath.FromSlash(name)) {
			files = append(files, filepath.Join(top, filepath.FromSlash(name)))
		}
	}
	return files, nil
}

// git runs git in a directory.
type git struct {
	ctx context.Context
	dir string
}

// command makes a call of git that runs no program of the repository's choice and asks nobody for anything.
func (g git) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(g.ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "core.hooksPath=" + os.DevNull}, args...)...)
	cmd.Dir = g.dir
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "GIT_NO_REPLACE_OBJECTS=1", "LC_ALL=C")
	return cmd
}

// run gives what git writes. The error is what git says.
func (g git) run(args ...string) ([]byte, error) {
	out, err := g.command(args...).Output()
	return out, said(err)
}

// said makes the first line of what git complains of an error.
func said(err error) error {
	var e *exec.ExitError
	if !errors.As(err, &e) {
		return err
	}
	first, _, _ := strings.Cut(strings.TrimSpace(string(e.Stderr)), "\n")
	if first = strings.TrimPrefix(first, "fatal: "); first != "" {
		return fmt.Errorf("git says: %s", first)
	}
	return fmt.Errorf("git failed: %w", err)
}

func (g git) line(args ...string) (string, error) {
	out, err := g.run(args...)
	return strings.TrimRight(string(out), "\r\n"), err
}

// top is the root of the working tree. The error may be that there is no git.
func (g git) top() (string, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return "", errors.New("git is needed for this and was not found")
	}
	top, err := g.line("rev-parse", "--show-toplevel")
	return filepath.FromSlash(top), err
}

// base is the last commit that a revision and HEAD have in common.
func (g git) base(rev string) (string, error) {
	commit, err := g.line("rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil || commit == "" {
		return "", fmt.Errorf("git knows no revision %q here%s", rev, g.shallow())
	}
	base, err := g.line("merge-base", commit, "HEAD")
	switch {
	case base != "":
		return base, nil
	case err == nil || strings.HasPrefix(err.Error(), "git failed"): // it says nothing where there is none
		return "", fmt.Errorf("%s and HEAD have no commit in common%s", rev, g.shallow())
	}
	return "", err
}

// shallow tells what to do where history is missing.
func (g git) shallow() string {
	if yes, _ := g.line("rev-parse", "--is-shallow-repository"); yes == "true" {
		return "; this clone has only a part of the history: fetch the rest (git fetch --unshallow; fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab)"
	}
	return "; if it is on a remote, fetch it first"
}

// An entry is a file of a commit's tree.
type entry struct {
	mode, id, name string
}

// The modes of entries, as git writes them.
const (
	link      = "120000"
	submodule = "160000"
)

// files are the files of a commit that are of use.
func (g git) files(commit string) ([]entry, error) {
	out, err := g.run("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	var all []entry
	total := 0
	for line := range strings.SplitSeq(string(out), "\x00") {
		// "100644 blob 5716ca5987cbf97d6bb54920bea6adde242d87e6       4	name"
		meta, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(meta)
		if !ok || len(fields) != 4 || fields[0] == submodule {
			continue
		}
		size, err := strconv.Atoi(fields[3])
		if err != nil || size > disk.MaxSource || !filepath.IsLocal(filepath.FromSlash(name)) {
			continue
		}
		if total += size; total > maxTotal {
			return nil, fmt.Errorf("the tree of %s has more than %d GiB", commit, maxTotal>>30)
		}
		all = append(all, entry{fields[0], fields[2], name})
	}
	return all, nil
}

// unpack writes the files of a commit below a directory.
func (g git) unpack(commit, dir string) (err error) {
	files, err := g.files(commit)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()

	cmd := g.command("cat-file", "--batch", "--buffer")
	var wanted, complaint bytes.Buffer
	for _, f := range files {
		wanted.WriteString(f.id + "\n")
	}
	cmd.Stdin, cmd.Stderr = &wanted, &complaint
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
	}()
	in := bufio.NewReaderSize(pipe, 1<<20)
	links := map[string]string{}
	made := map[string]bool{".": true}
	for _, f := range files {
		content, there, err := next(in)
		if err != nil {
			first, _, _ := strings.Cut(complaint.String(), "\n")
			return fmt.Errorf("cannot read %s of %s: %w %s", f.name, commit, err, first)
		}
		if !there {
			return fmt.Errorf("git does not have %s of %s here: the clone is a partial one; fetch the rest", f.name, commit)
		}
		if f.mode == link {
			links[f.name] = string(content)
			continue
		}
		if err := makeDir(root, made, f.name); err != nil {
			return err
		}
		if err := root.WriteFile(filepath.FromSlash(f.name), content, 0o600); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	// Links come last, so that nothing is written through one.
	for name, target := range links {
		if !filepath.IsLocal(filepath.FromSlash(path.Join(path.Dir(name), target))) || path.IsAbs(target) {
			continue
		}
		if err := makeDir(root, made, name); err == nil {
			_ = root.Symlink(filepath.FromSlash(target), filepath.FromSlash(name)) // not every system has links: then it is not there
		}
	}
	return cmd.Wait()
}

// makeDir makes the directory of a file, once.
func makeDir(root *os.Root, made map[string]bool, name string) error {
	d := path.Dir(name)
	if made[d] {
		return nil
	}
	made[d] = true
	return root.MkdirAll(filepath.FromSlash(d), 0o700)
}

// next reads an object as git cat-file --batch writes it: "id type size", its content, a line feed; or "id missing".
func next(in *bufio.Reader) (content []byte, there bool, err error) {
	head, err := in.ReadString('\n')
	if err != nil {
		return nil, false, err
	}
	fields := strings.Fields(head)
	if len(fields) != 3 {
		return nil, false, nil
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil || size < 0 || size > disk.MaxSource {
		return nil, false, fmt.Errorf("git gave something unexpected: %s", strings.TrimSpace(head))
	}
	content = make([]byte, size+1)
	if _, err := io.ReadFull(in, content); err != nil {
		return nil, false, err
	}
	return content[:size], true, nil
}

// patience is how long git may take to tell what it ignores: its matching of a pattern with many stars takes time that doubles
// with each.
var patience = 20 * time.Second

// Borrow copies into the tree what no revision has and every reading of it needs: the modules that terraform init has
// fetched, and files of variables that git ignores.
func (t *Tree) Borrow(ctx context.Context) error {
	listing, stop := context.WithTimeout(ctx, patience)
	defer stop()
	g := git{listing, t.Top}
	const modules = ":(glob)**/.terraform/modules/**"
	ignored, err := g.run("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", modules, ":(glob)**/*.tfvars", ":(glob)**/*.tfvars.json")
	var others []byte
	if err == nil {
		others, err = g.run("ls-files", "-z", "--others", "--exclude-standard", "--", modules)
	}
	if listing.Err() != nil && ctx.Err() == nil {
		return fmt.Errorf("git takes more than %v to tell which files it ignores: look for patterns with many stars in .gitignore", patience)
	}
	if err != nil {
		return err
	}
	from, err := os.OpenRoot(t.Top)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }()
	to, err := os.OpenRoot(t.Dir)
	if err != nil {
		return err
	}
	defer func() { _ = to.Close() }()
	made := map[string]bool{".": true}
	for name := range strings.SplitSeq(string(ignored)+string(others), "\x00") {
		if name == "" || strings.Contains("/"+name, "/.git/") {
			continue
		}
		at := filepath.FromSlash(name)
		info, err := from.Lstat(at)
		if err != nil || !info.Mode().IsRegular() || info.Size() > disk.MaxSource {
			continue
		}
		content, err := from.ReadFile(at)
		if err != nil {
			continue // it could not be read for the working tree either
		}
		if err := makeDir(to, made, name); err != nil {
			return err
		}
		if err := to.WriteFile(at, content, 0o600); err != nil {
			return err
		}
	}
	return nil
}
