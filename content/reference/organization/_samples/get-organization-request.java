import com.latchkey.Latchkey;

public class GetOrganization {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var organization =
        latchkey.organizations.getOrganization("org_01J9ZJ8F3M");

    System.out.println(organization.name);
  }
}
