package schema

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"testing"
)

// resourceTypes are the types of the switch, read from its source.
func resourceTypes(t *testing.T) []string {
	t.Helper()
	src, err := os.ReadFile("types.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range regexp.MustCompile(`case "([^"]+)"`).FindAllSubmatch(src, -1) {
		out = append(out, string(m[1]))
	}
	return out
}

func TestEveryTypeNamesItself(t *testing.T) {
	all := resourceTypes(t)
	if len(all) < 300 {
		t.Fatalf("only %d types found in types.go", len(all))
	}
	if !slices.IsSorted(all) {
		t.Error("types.go is not sorted")
	}
	for _, name := range all {
		r := structOf(name)
		if r == nil {
			t.Fatalf("%s has no struct", name)
		}
		named, ok := reflect.New(r).Interface().(interface{ AWSCloudFormationType() string })
		if !ok || named.AWSCloudFormationType() != name {
			t.Errorf("%s is described by the struct %v, which is another type", name, r)
		}
		walk(t, Of(name), map[*Type]bool{})
	}
}

// walk asks for everything below a type, and terminates on types that hold themselves.
func walk(t *testing.T, at *Type, seen map[*Type]bool) {
	if at == nil || seen[at] {
		return
	}
	seen[at] = true
	walk(t, at.Elem(), seen)
	for _, name := range at.Properties() {
		p, ok := at.Property(name)
		if !ok {
			t.Errorf("property %s of %v is lost", name, at.of)
		}
		walk(t, p, seen)
	}
}

func TestHas(t *testing.T) {
	for _, c := range []struct {
		resourceType string
		path         []string
		known, has   bool
	}{
		{"AWS::EC2::Subnet", []string{"AvailabilityZone"}, true, true},
		{"AWS::EC2::Subnet", []string{"AvailabilityZones"}, true, false},
		{"AWS::EC2::Subnet", nil, true, true},
		{"AWS::EC2::Subnet", []string{"Tags", "Key"}, true, true},
		{"AWS::EC2::Subnet", []string{"CidrBlock", "Key"}, true, false},
		{"AWS::EC2::SecurityGroup", []string{"SecurityGroupIngress", "CidrIp"}, true, true},
		{"AWS::EC2::SecurityGroup", []string{"SecurityGroupIngress", "Cidr"}, true, false},
		{"AWS::IAM::Role", []string{"AssumeRolePolicyDocument", "Statement"}, true, true},
		{"AWS::AutoScaling::AutoScalingGroup", []string{"MixedInstancesPolicy", "InstancesDistribution", "OnDemandBaseCapacity"}, true, true},
		{"AWS::Serverless::Function", []string{"CodeUri", "Bucket"}, true, true},
		{"AWS::Serverless::Function", []string{"Events", "Type"}, true, true},
		{"AWS::Imaginary::Thing", []string{"Name"}, false, false},
		{"Custom::Thing", nil, false, false},
	} {
		if known, has := Has(c.resourceType, c.path...); known != c.known || has != c.has {
			t.Errorf("Has(%s, %q) = %v, %v; want %v, %v", c.resourceType, c.path, known, has, c.known, c.has)
		}
	}
}

func TestKinds(t *testing.T) {
	group := Of("AWS::AutoScaling::AutoScalingGroup")
	for name, want := range map[string]Kind{"MinSize": String, "HealthCheckGracePeriod": Number, "CapacityRebalance": Bool,
		"VPCZoneIdentifier": List, "MixedInstancesPolicy": Struct, "Tags": List} {
		if p, ok := group.Property(name); !ok || p.Kind() != want {
			t.Errorf("%s: kind %v, found %v; want %v", name, p.Kind(), ok, want)
		}
	}
	if p, ok := group.Property("NoSuchThing"); ok || p != nil {
		t.Errorf("NoSuchThing is found: %v", p)
	}
	if p, ok := (*Type)(nil).Property("anything"); !ok || p.Kind() != Any {
		t.Errorf("a property of anything is %v, %v; want Any, true", p.Kind(), ok)
	}
}
