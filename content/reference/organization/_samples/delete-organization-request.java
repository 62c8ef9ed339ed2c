import com.latchkey.Latchkey;

public class DeleteOrganization {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    latchkey.organizations.deleteOrganization("org_01J9ZJ8F3M");

    System.out.println("Deleted org_01J9ZJ8F3M");
  }
}
