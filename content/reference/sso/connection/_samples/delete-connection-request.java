import com.latchkey.Latchkey;

public class DeleteConnection {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    latchkey.sso.deleteConnection("conn_01J9ZK4W7Q");

    System.out.println("Deleted conn_01J9ZK4W7Q");
  }
}
